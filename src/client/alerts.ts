const minute = 60_000;
/** After a failure a page waits longer, because a host that refuses is not helped by more questions. */
const pauseAfterFailure = 5 * minute;

/** The name of the event of the window that carries what `/breaking.json` says to the script of the bar. */
export const alertEvent = 'alerts';

/**
 * Asks for alerts at once, and about each minute while the page is visible; the browser asks conditionally. The minutes
 * of each reader have another length, so that those who opened a page together do not go on asking together. The script
 * of the bar is loaded with the first alert, or at once on a page that has one in its HTML.
 */
export function askForAlerts(address: string, barScript: string): void {
  const hasBar = () => document.querySelector('.breaking');
  const load = () => import(/* @vite-ignore */ barScript);
  let next = 0;
  const ask = async (): Promise<void> => {
    if (document.hidden || Date.now() < next) return;
    next = Date.now() + minute;
    try {
      const detail = await (await fetch(address, { cache: 'no-cache' })).json();
      if (!detail.alerts[0] && !hasBar()) return;
      await load();
      dispatchEvent(new CustomEvent(alertEvent, { detail }));
    } catch {
      next += pauseAfterFailure;
    }
  };
  if (hasBar()) load();
  setInterval(ask, minute * (1 + Math.random() / 4));
  document.addEventListener('visibilitychange', ask);
  ask();
}
