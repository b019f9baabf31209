/** The keys of `localStorage` under which a reader's preferences are stored. */
export const storageKeys = { theme: 'warraq-theme', textSize: 'warraq-text-size' };

/**
 * The source of a blocking inline script for `<head>`. It restores both preferences before the first paint, and sets
 * `data-scripts` on `<html>`: without that attribute, CSS hides what needs scripts.
 */
export const restorePreferencesScript = `(function(r){r.dataset.scripts='';try{var t=localStorage.getItem('${storageKeys.theme}'),s=localStorage.getItem('${storageKeys.textSize}');if(t==='light'||t==='dark')r.dataset.theme=t;if(/^(-1|[123])$/.test(s))r.dataset.textSize=s}catch(e){}})(document.documentElement)`;
