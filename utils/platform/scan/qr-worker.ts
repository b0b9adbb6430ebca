/** Starts the worker that reads codes; whoever has it ends it. */
export function startQrWorker(): Worker {
  return new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' })
}
