/** The files of a project, with `/` in their paths, which are relative to its folder. */
export interface ProjectFiles {
  /** The texts of its content, configuration and data, by path. */
  texts: ReadonlyMap<string, string>;
  /** The paths of all other files, such as images. */
  others: readonly string[];
}

/** A text with front matter. */
export interface Document {
  /** Its path in the project. */
  file: string;
  matter: FrontMatter;
  body: string;
}

export type FrontMatter = Readonly<Record<string, unknown>>;

/** What a site says of itself in its configuration; '' for what it does not say. */
export interface SiteSettings {
  title: string;
  description: string;
  /** Without a trailing slash. */
  url: string;
  timeZone?: string;
  /** The name of whoever writes what names no author. */
  author: string;
  /** The whole configuration. */
  all: FrontMatter;
}

/** What one generator does in its own way. */
export interface Generator {
  /** Whether a project is one of its own, by its configuration. */
  isIts(project: ProjectFiles): boolean;
  readSettings(project: ProjectFiles): SiteSettings;
  /** What a text is; undefined if it is none of the content. */
  kindOf(document: Document, settings: SiteSettings): DocumentKind | undefined;
  /** Returns the paths at which the old site answered for a document, the current one first. */
  addressesOf(document: Document, settings: SiteSettings): string[];
  /** Returns the path at which the old site published another file, such as an image; undefined if it did not. */
  publishedPath(file: string, project: PlacedDocuments): string | undefined;
  /** Returns the paths of the pages of a section, a tag or an author, and of their feeds. */
  termAddresses(kind: 'section' | 'tag' | 'author', name: string): { addresses: string[]; feeds: string[] };
  /** The name of the section that the place of a file tells; '' if it tells none. */
  sectionOf(file: string): string;
  /** Paths of the site's feeds. */
  feeds: readonly string[];
  /** How its templates are written inside of bodies. */
  syntax: 'hugo' | 'liquid' | 'jsx';
}

export type DocumentKind = 'article' | 'draft' | 'page' | 'section';

/** The old paths of documents, by the folders that hold their files: `content/posts/bridge`. */
export type PlacedDocuments = ReadonlyMap<string, string>;
