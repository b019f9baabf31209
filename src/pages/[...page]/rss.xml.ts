import type { APIRoute } from 'astro';
import { respondWithFeed } from '../../layouts/feed.ts';
import { currentLibrary } from '../../library/current.ts';
import { feedPaths } from '../../model/static-paths.ts';

export const getStaticPaths = async () => feedPaths(await currentLibrary(), 'rss');

type Props = ReturnType<typeof feedPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => respondWithFeed(props.compose(), 'rss');
