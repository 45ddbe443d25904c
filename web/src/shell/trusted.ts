/** Sinks of script take what a policy has passed, where the browser knows Trusted Types. */
interface Policies { createPolicy(name: string, rules: Record<string, (text: string) => string>): Record<string, (text: string) => string> }

/**
 * What is made by this rule alone under this policy: it is given a name that the app has for something, never that something itself. The host
 * names every policy there may be.
 * @throws TypeError where the policy is not among them, or is made twice.
 */
export function trusted(policy: 'titan-worker' | 'titan-screens', kind: 'createHTML' | 'createScriptURL', rule: (name: string) => string): (name: string) => string {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  const made = policies?.createPolicy(policy, { [kind]: rule });
  return made ? (name) => made[kind]!(name) : rule;
}
