import { Tinypool } from 'tinypool';

/** Processes of this program that run the functions of one module; what they are given and return is cloned. */
export interface Processes {
  run<Task, Result>(name: string, task: Task): Promise<Result>;
  end(): Promise<void>;
}

/**
 * Starts `count` processes. Their memory ends with them, where V8 keeps that of threads that have ended: half a gigabyte after
 * 10,000 articles were read, which a build would carry to its end.
 */
export function startProcesses(module: URL, count: number): Processes {
  const pool = new Tinypool({
    runtime: 'child_process',
    filename: module.href,
    env: process.env as Record<string, string>,
    serialization: 'advanced',
    minThreads: count,
    maxThreads: count,
  });
  return {
    async run(name, task) {
      try {
        return await pool.run(task, { name });
      } catch (error) {
        // An error of another process arrives as an object that only looks like one.
        if (error instanceof Error) throw error;
        throw Object.assign(new Error(), error);
      }
    },
    end: () => pool.destroy(),
  };
}
