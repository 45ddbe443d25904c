interface Policies { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }

/** Registering a worker is a script sink: under Trusted Types it takes a policy, and this one allows one address. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  const url = policies ? policies.createPolicy('titan-worker', { createScriptURL: () => '/sw.js' }).createScriptURL('/sw.js') : '/sw.js';
  void navigator.serviceWorker.register(url);
}
