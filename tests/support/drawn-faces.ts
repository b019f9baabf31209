import type { CDPSession, Page } from 'playwright-core';

/** Returns for each element of a page whether the faces that it is drawn in are the site's own. */
export async function drawnFaces(page: Page, selector: string): Promise<boolean[][]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const faces = await facesOf(session, selector);
  await session.detach();
  return faces;
}

async function facesOf(session: CDPSession, selector: string): Promise<boolean[][]> {
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const found: boolean[][] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    found.push(fonts.filter(({ glyphCount }) => glyphCount > 0).map(({ isCustomFont }) => isCustomFont));
  }
  return found;
}
