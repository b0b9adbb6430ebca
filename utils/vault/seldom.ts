/*
 * What is not needed for the codes of an open vault, in one piece, to be fetched when it is asked
 * for: the first code must not wait for it.
 */
export { create, remove } from './begin'
export { change } from './change'
export { changePassword } from './change-password'
export { listDamaged } from './damaged-files'
export { protection } from './protection'
export { inspect } from './report'
export { check } from './self-check'
export { unlock, verifyPassword } from './unlock'
export { passkeyQuestions } from './unlock-with-passkey'
