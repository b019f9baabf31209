import os from 'node:os';

/** Describes this machine: `2 × Intel Xeon, 24 GB of memory, Linux 6.1, Node 24.21.0`. */
export function describeMachine(): string {
  const processors = os.cpus();
  const memory = Math.round(os.totalmem() / 1e9);
  const model = processors[0]?.model
    .replace(/\(R\)|\(TM\)|CPU|@.*$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const system = `${os.type()} ${os.release().split('-')[0]}`;
  return `${processors.length} × ${model || os.arch()}, ${memory} GB of memory, ${system}, Node ${process.versions.node}`;
}
