import type { APIRoute } from 'astro';
import { currentLibrary } from '../library/current-library.ts';
import { keyPaths } from '../model/static-paths.ts';

export const getStaticPaths = async () => keyPaths(await currentLibrary());

type Props = ReturnType<typeof keyPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(props.compose());
