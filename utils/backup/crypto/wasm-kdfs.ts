/**
 * The key derivations that need WebAssembly, for loading on demand: named one by one, so that
 * nothing else of the package comes along.
 */
export { argon2d, argon2i, argon2id, scrypt } from 'hash-wasm'
