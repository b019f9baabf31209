import { execFileSync } from 'node:child_process';

/** Whether this machine has xmllint (libxml2), which tests use where it is. */
export function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Throws where the document is not well-formed. */
export function lintXml(document: string): void {
  execFileSync('xmllint', ['--noout', '-'], { input: document, stdio: ['pipe', 'ignore', 'pipe'] });
}
