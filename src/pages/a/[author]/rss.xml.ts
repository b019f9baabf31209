import type { APIRoute } from 'astro';
import { respondWithFeed } from '../../../layouts/feed.ts';
import { currentLibrary } from '../../../library/current.ts';
import { authorFeedPaths } from '../../../model/static-paths.ts';

export const getStaticPaths = async () => authorFeedPaths(await currentLibrary());

type Props = ReturnType<typeof authorFeedPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => respondWithFeed(props.compose());
