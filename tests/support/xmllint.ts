import { execFileSync } from 'node:child_process';

/** True if this machine has xmllint (libxml2). Tests that need it are skipped otherwise. */
export function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Throws if the document is not well-formed. */
export function lintXml(document: string): void {
  execFileSync('xmllint', ['--noout', '-'], { input: document, stdio: ['pipe', 'ignore', 'pipe'] });
}
