/** The keys of `localStorage` under which a reader's preferences are stored. */
export const storageKeys = { theme: 'warraq-theme', textSize: 'warraq-text-size' };

/** The key of the choice that only a reader's device knows: `on` or `off`; without it the browser decides. */
export const dataSaverKey = 'warraq-data-saver';

/**
 * The source of a blocking inline script for `<head>`. It restores the preferences before the first paint, and with the
 * theme the colour around the page, whose two `meta` elements, light and dark, must come before it. It sets
 * `data-scripts` on `<html>`: without that attribute, CSS hides what needs scripts.
 *
 * If the reader saves data it sets `data-saver`, with which CSS keeps pictures from being loaded. Otherwise it lets the
 * browser load the first picture of the page at once: the `link` that names it comes before the script and has no effect
 * until its `media` is removed.
 */
export const restorePreferencesScript = `(function(r,n){r.dataset.scripts='';var v,l=document.querySelector('link[media^=not]');try{var t=localStorage.getItem('${storageKeys.theme}'),s=localStorage.getItem('${storageKeys.textSize}'),m=document.getElementsByName('theme-color');v=localStorage.getItem('${dataSaverKey}');if(/^(-1|[123])$/.test(s))r.dataset.textSize=s;if(/^(light|dark)$/.test(t)){r.dataset.theme=t;m[0].content=m[1].content=m[+(t==='dark')].content}}catch(e){}if(v?v==='on':n&&n.saveData||matchMedia('(prefers-reduced-data:reduce)').matches)r.dataset.saver='';else if(l)l.media=''})(document.documentElement,navigator.connection)`;
