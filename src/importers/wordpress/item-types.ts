import { plainText } from '../html/plain-text.ts';
import type { WordPressExport } from './export.ts';

/** Types of items that WordPress keeps for the looks and the work of a site. */
const systemTypes = [
  ...['revision', 'custom_css', 'customize_changeset', 'oembed_cache', 'user_request'],
  ...['wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation', 'wp_font_family', 'wp_font_face'],
  ...['acf-field', 'acf-field-group'],
];
/** Types that this importer reads in its own way. */
const readTypes = ['post', 'page', 'attachment', 'wp_block', 'nav_menu_item', 'guest-author'];

export function isSystemType(type: string): boolean {
  return systemTypes.includes(type);
}

/** Returns the types in an export that plugins and themes have added, whose items can come as articles. */
export function addedTypesOf({ items }: WordPressExport): string[] {
  const types = new Set(items.map(({ type }) => type));
  return [...types].filter((type) => type !== '' && !isSystemType(type) && !readTypes.includes(type)).sort();
}

/** Returns what menus call the archives of types, by type: an export has no other names of them. */
export function typeNamesOf({ items }: WordPressExport): Map<string, string> {
  const entries = items.filter(({ meta }) => meta.get('_menu_item_type') === 'post_type_archive');
  return new Map(
    entries
      .map(({ meta, title }): [string, string] => [meta.get('_menu_item_object') ?? '', plainText(title)])
      .filter(([, name]) => name !== ''),
  );
}
