import type { APIRoute } from 'astro';
import { respondWithFeed } from '../../feeds/feed.ts';
import { currentLibrary } from '../../library/current-library.ts';
import { feedPaths } from '../../model/static-paths.ts';

export const getStaticPaths = async () => feedPaths(await currentLibrary(), 'json');

type Props = ReturnType<typeof feedPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => respondWithFeed(props.compose(), 'json');
