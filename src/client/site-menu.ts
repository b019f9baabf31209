/**
 * Closes the menu of the site and what opens above an article by the Escape key, by a press outside and when the focus
 * leaves it. Without this script, its own button closes it.
 */
export function closeMenuFromOutside(): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>('details:is(.menu,.meta *)');
  for (const menu of menus) {
    const close = ({ target }: Event) => {
      if (!menu.contains(target as Node)) menu.open = false;
    };
    addEventListener('click', close);
    addEventListener('focusin', close);
    menu.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
    // The back button would bring the page back with its menu open.
    addEventListener('pagehide', () => {
      menu.open = false;
    });
  }
}
