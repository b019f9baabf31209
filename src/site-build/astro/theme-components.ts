import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { normalizePath, type Plugin } from 'vite';
import { basePathOf } from '../../lib/base-path.ts';
import { realPath } from '../../library/directories.ts';
import type { Environment } from '../../library/environment.ts';
import type { ThemeComponent } from '../../library/theme/components.ts';
import { refuseImport } from './component-errors.ts';
import { placeComponentPaths } from './component-paths.ts';
import { readCompiledContent } from './read-compiled-content.ts';

const name = 'virtual:theme-components';
const resolved = `\0${name}`;
/** The import by which a compiled component loads one of its style elements. */
const styleImport = /import\s*(["'])([^"'\n]+\?astro&type=style[^"'\n]*)\1;?/g;

const sheetUrl = /\?url&(?=astro&type=style)/;
/** A style or a script of a component, as a module of its own. */
const astroRequest = /[?&]astro&type=/;

type LoadHandler = Extract<Plugin['load'], (...parameters: never[]) => unknown>;

/**
 * Provides pages with the newsroom's own components. In a build, the styles of each become a sheet of its own, which only
 * the articles that use it link to: Astro would link them on every article.
 */
export function themeComponents(environment: Environment): AstroIntegration {
  // As Vite names files: without symbolic links, and with `/`.
  const content = normalizePath(realPath(environment.contentDirectory));
  const folder = `${normalizePath(realPath(path.join(content, 'theme', 'components')))}/`;
  const provider: Plugin = {
    name: 'warraq:theme-components',
    // The maps tell at which line a component throws.
    configEnvironment: (name) =>
      name === 'prerender' && existsSync(folder) ? { build: { sourcemap: true } } : undefined,
    resolveId: {
      order: 'pre',
      handler: (id, importer) => {
        if (id === name) return resolved;
        if (importer?.startsWith(folder) && !isImportable(id, importer, folder)) throw refuseImport(id, importer);
        return undefined;
      },
    },
    load: async (id) => {
      if (id !== resolved) return undefined;
      const { components } = await readCompiledContent(environment);
      return writeModule(components, content);
    },
  };
  const paths: Plugin = {
    name: 'warraq:theme-component-paths',
    transform: {
      // Before Astro compiles it.
      order: 'pre',
      handler: async (code, id) => {
        if (!id.startsWith(folder) || !id.endsWith('.astro')) return undefined;
        const { settings } = await readCompiledContent(environment);
        const base = basePathOf(settings.url);
        return base === '' ? undefined : { code: placeComponentPaths(code, base), map: null };
      },
    },
  };
  return {
    name: provider.name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [provider, paths, compiledComponents(folder)] } });
      },
    },
  };
}

/** The plugin that makes modules of compiled components: it gives them their sheets, and names their files in errors. */
function compiledComponents(folder: string): Plugin {
  let loadAstroRequest: LoadHandler | undefined;
  return {
    name: 'warraq:theme-component',
    enforce: 'post',
    configResolved({ plugins }) {
      const load = plugins.find((plugin) => plugin.name === 'astro:build')?.load;
      loadAstroRequest = typeof load === 'function' ? load : load?.handler;
    },
    load: {
      order: 'pre',
      handler(id) {
        if (!id.startsWith(folder)) return undefined;
        if (sheetUrl.test(id)) return loadSheetUrl(id.replace(sheetUrl, '?transform-only&'));
        // Without the prefix, Astro takes a path that has no directory in common with the engine's for one below the engine
        // (`normalizeFilename` in https://github.com/withastro/astro/blob/main/packages/astro/src/vite-plugin-utils/index.ts).
        return astroRequest.test(id) ? loadAstroRequest?.call(this, `/@fs${id}`) : undefined;
      },
    },
    transform(code, id) {
      if (!id.startsWith(folder) || !id.endsWith('.astro')) return undefined;
      const file = `theme/components/${id.slice(folder.length)}`;
      const blamed = blameInCode(code, file);
      return { code: this.environment.mode === 'build' ? exportSheets(blamed) : blamed, map: null };
    },
  };
}

/** Whether a component may import this: a file of its folder, or what Astro writes into compiled components. */
function isImportable(id: string, importer: string, folder: string): boolean {
  if (/^(?:astro[:/]|virtual:|vite\/|\0)/.test(id)) return true;
  const target = id.startsWith('.') ? path.posix.join(path.posix.dirname(importer), id) : id;
  return target.startsWith(folder) || (target.startsWith('/') && !existsSync(target.replace(/[?#].*$/s, '')));
}

/** Wraps the component of a module, so that what it throws names its file. */
function blameInCode(code: string, file: string): string {
  const wrapped = code.replace(/\bexport default (\$\$\w+);?/, `export default blaming(${JSON.stringify(file)}, $1);`);
  return wrapped === code ? code : `${wrapped}\n${blaming}\n`;
}

/** Replaces the imports of styles by imports of their URLs, which the component exports. */
function exportSheets(code: string): string {
  const names: string[] = [];
  const imported = code.replace(styleImport, (_whole, quote: string, id: string) => {
    names.push(`sheet${names.length}`);
    return `import ${names.at(-1)} from ${quote}${id.replace('?', '?url&')}${quote};`;
  });
  return `${imported}export const sheets = [${names.join(', ')}];\n`;
}

/**
 * Does what Vite does for `?url` after a style sheet (`vite:css` in https://github.com/vitejs/vite): Astro's own hook answers
 * first for its styles, and knows no URLs.
 */
function loadSheetUrl(transformed: string): string {
  const placeholder = `__VITE_CSS_URL__${Buffer.from(transformed).toString('hex')}__`;
  return `import ${JSON.stringify(transformed)}; export default "${placeholder}";`;
}

function writeModule(components: readonly ThemeComponent[], contentDirectory: string): string {
  const files = [...new Set(components.flatMap(({ styled }) => styled))];
  const imports = files.map((file, index) => {
    return `import * as module${index} from ${JSON.stringify(normalizePath(path.join(contentDirectory, file)))};`;
  });
  const members = components.map(({ name: component, file }) => {
    return `  ${component}: module${files.indexOf(file)}.default,`;
  });
  const sheets = components.map(({ name: component, styled }) => {
    const used = styled.map((file) => `...(module${files.indexOf(file)}.sheets ?? [])`);
    return `  ${component}: [${used.join(', ')}],`;
  });
  return [
    ...imports,
    `export const themeComponents = {\n${members.join('\n')}\n};`,
    `export const themeSheets = {\n${sheets.join('\n')}\n};\n`,
  ].join('\n');
}

/** Adds the component's file to what it throws, so that the build can say where. */
const blaming = `function blaming(file, component) {
  const blame = (error) => {
    if (error instanceof Error) error.themeComponent ??= file;
    throw error;
  };
  const render = (...props) => {
    try {
      const rendered = component(...props);
      return rendered instanceof Promise ? rendered.catch(blame) : rendered;
    } catch (error) {
      return blame(error);
    }
  };
  return Object.assign(render, component);
}`;
