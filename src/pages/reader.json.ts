import type { APIRoute } from 'astro';
import { writeReaderWords } from '../layouts/write-reader-words.ts';
import { currentLibrary } from '../library/current-library.ts';

export const GET: APIRoute = async () => {
  const { site } = await currentLibrary();
  return new Response(writeReaderWords(site), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
