import { expect, test } from 'vitest'
import { isRunning, killTree, processTree, startProcess } from '@/tests/driver/processes'
import { waitUntil } from '@/tests/driver/waiting'

const parent = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])`

test('a killed process takes along what it started', async () => {
  const { child, ended } = startProcess(process.execPath, ['-e', parent], { stdio: 'ignore' })
  const pid = child.pid ?? 0
  const tree = await waitUntil('the child of the child', () => {
    const found = processTree(pid)
    return found.length === 2 ? found : null
  })
  expect(tree[0]).toBe(pid)
  expect(tree.every(isRunning)).toBe(true)
  await killTree(pid)
  await ended
  expect(child.signalCode).toBe('SIGKILL')
  // Whoever reaps the orphan may take a moment.
  await waitUntil('both to be gone', () => !tree.some(isRunning))
})
