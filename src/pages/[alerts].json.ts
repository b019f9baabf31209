import type { APIRoute } from 'astro';
import { writeAlerts } from '../layouts/write-alerts.ts';
import { currentLibrary } from '../library/current-library.ts';
import { alertPaths } from '../model/static-paths.ts';

export const getStaticPaths = async () => alertPaths(await currentLibrary());

type Props = ReturnType<typeof alertPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(writeAlerts(props.compose()), { headers: { 'content-type': 'application/json; charset=utf-8' } });
