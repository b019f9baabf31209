import type { APIRoute } from 'astro';
import { respondWithFeed } from '../feeds/feed.ts';
import { currentLibrary } from '../library/current-library.ts';
import { movedFeedPaths } from '../model/static-paths.ts';

export const getStaticPaths = async () => movedFeedPaths(await currentLibrary());

type Props = ReturnType<typeof movedFeedPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => {
  const { feed, format } = props.compose();
  return respondWithFeed(feed, format);
};
