import type { APIRoute } from 'astro';
import { respondWithCorrections } from '../../feeds/corrections-feed.ts';
import { currentLibrary } from '../../library/current-library.ts';
import { correctionsFeedPaths } from '../../model/corrections-page.ts';
import { strings } from '../../strings/interface.ts';

export const getStaticPaths = async () => correctionsFeedPaths(await currentLibrary(), strings.corrections);

type Props = ReturnType<typeof correctionsFeedPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => {
  const { feed, format } = props.compose();
  return respondWithCorrections(feed, format);
};
