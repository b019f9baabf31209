import { createImageStore } from '../../src/library/images/images.ts';
import { createPhotoEncoder, type Photo } from '../../src/library/images/photo-encoder.ts';

/** Encodes photos and kills itself by SIGKILL when `deadline` of them are done. */
const [directories = '', photos = '', deadline = ''] = process.argv.slice(2);
const places = JSON.parse(directories);
const encoder = createPhotoEncoder(createImageStore(places), places.cacheDirectory, () => undefined);
await encoder.encode(JSON.parse(photos) as Photo[], {
  onDone(done) {
    if (done === Number(deadline)) process.kill(process.pid, 'SIGKILL');
  },
});
throw new Error('All photos were encoded before the process died.');
