/** The keys of `localStorage` under which a reader's preferences are stored. */
export const storageKeys = { theme: 'warraq-theme', textSize: 'warraq-text-size' };

/**
 * The source of a blocking inline script for `<head>`. It restores both preferences before the first paint, and with the
 * theme the colour around the page, whose two `meta` elements, light and dark, must come before it. It sets
 * `data-scripts` on `<html>`: without that attribute, CSS hides what needs scripts.
 */
export const restorePreferencesScript = `(function(r){r.dataset.scripts='';try{var t=localStorage.getItem('${storageKeys.theme}'),s=localStorage.getItem('${storageKeys.textSize}'),m=document.getElementsByName('theme-color');if(/^(-1|[123])$/.test(s))r.dataset.textSize=s;if(/^(light|dark)$/.test(t)){r.dataset.theme=t;m[0].content=m[1].content=m[+(t==='dark')].content}}catch(e){}})(document.documentElement)`;
