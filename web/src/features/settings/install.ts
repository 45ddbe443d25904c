interface InstallPrompt extends Event { prompt(): Promise<void>; userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }> }

let offered: InstallPrompt | null = null;

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event as InstallPrompt;
});

export const canInstall = (): boolean => offered !== null;

/** Asks the browser to install the app; true once it is. */
export async function install(): Promise<boolean> {
  await offered?.prompt();
  const done = (await offered?.userChoice)?.outcome === 'accepted';
  if (done) offered = null;
  return done;
}
