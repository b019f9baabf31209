import type { APIRoute } from 'astro';
import { respondWithFeed } from '../../../layouts/feed.ts';
import { currentLibrary } from '../../../library/current.ts';
import { categoryFeedPaths } from '../../../model/static-paths.ts';

export const getStaticPaths = async () => categoryFeedPaths(await currentLibrary());

type Props = ReturnType<typeof categoryFeedPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => respondWithFeed(props.compose());
