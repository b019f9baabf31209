/** The origin of giscus, whose comments are in an iframe. */
export const giscusOrigin = 'https://giscus.app';
