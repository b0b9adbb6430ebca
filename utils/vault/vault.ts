import type { Bytes } from '@/utils/bytes/bytes'
import type { VaultDocument } from './document'
import type { SealedDrafts } from './drafts'
import type { KdfCost, KdfParameters } from './kdf'

/** One save of the vault as it lies in storage: nothing in it is readable without the password. */
export interface SealedGeneration {
  /** Counts saves from 1. Authenticated with the body. */
  readonly generation: number
  /** base64url of the UTF-8 JSON header, kept verbatim: it is authenticated data of the body. */
  readonly protected: string
  /** 12 bytes. */
  readonly nonce: Uint8Array<ArrayBuffer>
  /** AES-256-GCM, tag last. */
  readonly ciphertext: Uint8Array<ArrayBuffer>
}

/** Where generations live. The real one is utils/storage/generation-store. */
export interface GenerationStore {
  /** The newest kept generation, or null if there is no vault. */
  newest(): Promise<SealedGeneration | null>
  /** All kept generations, newest first. */
  list(): Promise<readonly SealedGeneration[]>
  /** Those beyond the newest `count`, one by one: one that cannot be read has nothing in it. */
  beyond(count: number): Promise<readonly SealedGeneration[]>
  /**
   * Adds `next` durably, only if the newest kept one is still `expectedNewest` (0: none), and
   * drops all but the newest `keep` and those numbered in `spared`. Throws `vault-conflict`,
   * `storage-full`, `storage-failed`.
   */
  append(
    next: SealedGeneration,
    expectedNewest: number,
    keep: number,
    spared?: readonly number[],
  ): Promise<void>
  /** Forgets every generation. */
  clear(): Promise<void>
}

/**
 * Small files in another storage engine than the generations': the second copy and what was found
 * damaged. The real ones are utils/storage/vault-files. Everything throws `storage-full`,
 * `storage-failed`.
 */
export interface VaultFiles {
  /** The names of all files. */
  names(): Promise<readonly string[]>
  /** The bytes of a file, or null if there is none of that name. */
  read(name: string): Promise<Bytes | null>
  /** Puts `bytes` in the place of the file: durably when answered, and all of them or none. */
  write(name: string, bytes: Bytes): Promise<void>
  /** Forgets every file. */
  clear(): Promise<void>
}

/** The unlocked key, kept in memory by the browser for as long as it runs. */
export interface KeySession {
  readonly vaultId: string
  /** base64 of the 32-byte data key. */
  readonly dek: string
  readonly unlockedAtMs: number
  /** The deadline is never moved beyond this; absent where the user set no such limit. */
  readonly endMs?: number | undefined
  /** The last use. A clock that stands well before it was set back: the vault counts as locked. */
  readonly usedAtMs: number
  /** After this moment the vault counts as locked, whatever else happened. */
  readonly deadlineMs: number
}

/** Where the key session lives. The real one is utils/storage/key-session-store. */
export interface KeySessionStore {
  read(): Promise<KeySession | null>
  write(session: KeySession): Promise<void>
  clear(): Promise<void>
}

/**
 * The highest generation ever saved, kept apart from the generations: one that lies below it was
 * put back from an older copy. The real one is utils/storage/high-water.
 */
export interface HighWater {
  /** 0 if nothing was ever saved. */
  read(): Promise<number>
  write(generation: number): Promise<void>
}

/** Derives the 32-byte key-encryption key. The real one runs Argon2id in a worker. */
export type DeriveKek = (
  masterPassword: string,
  kdf: KdfParameters,
) => Promise<Uint8Array<ArrayBuffer>>

/** What a vault needs from the outside. */
export interface VaultPorts {
  readonly store: GenerationStore
  readonly files: VaultFiles
  readonly session: KeySessionStore
  readonly deriveKek: DeriveKek
  /** Runs forward, to time a derivation with; without it nothing is measured: see calibrate.ts. */
  readonly clockMs?: () => number
  /** Runs `work` while no other page or worker of ours runs work of the same name. */
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Without it a rollback goes unnoticed. */
  readonly highWater?: HighWater
  /** Sealed with the key, so they follow it: sealed anew with a new one, gone with the vault. */
  readonly drafts?: SealedDrafts
  /** What else lies sealed with the key, as what was filled when: gone with the vault. */
  readonly traces?: { clear(): Promise<void> }
}

/** Whether there is a vault, and whether its key is at hand. */
export type VaultStatus = 'none' | 'locked' | 'unlocked'

/** Where a generation lay: among the generations in the database, or in the second copy. */
export type Place = 'store' | 'copy'

/** What opening found, for the user to be told. */
export interface OpenReport {
  /** Where the state that was opened lay. */
  readonly openedFrom: Place
  /** When that state was saved, by the clock of then; null where it does not say. */
  readonly savedAtMs: number | null
  /** How many newer generations could not be opened, in neither place; 0 when all is well. */
  readonly skippedGenerations: number
  /** How many saves after that state are known of, found damaged or not at all. */
  readonly missingSaves: number
  /** Saves were made after the newest one that is still there: an old copy was put back. */
  readonly rolledBack: boolean
  /** How far this computer's clock stands before the time of the last save; 0 if it does not. */
  readonly clockBehindMs: number
  /** Whether the newest state lies in the second copy too. */
  readonly copied: boolean
}

/** Something of the vault that was found damaged, kept as it lay. */
export interface DamagedPiece {
  readonly from: Place
  /** The number it goes by; null where not even that can be read. */
  readonly generation: number | null
  readonly foundAtMs: number
  /** A vault file, or what is left of one. */
  readonly bytes: Bytes
}

/** The vault: one sealed document, a new generation per save. */
export interface Vault {
  status(nowMs: number): Promise<VaultStatus>
  /** Makes a new vault and leaves it unlocked. Throws `vault-exists`, `password-empty`. */
  create(masterPassword: string, nowMs: number): Promise<void>
  /**
   * Raises the cost of a guess on the way where the header asks less than is asked today. Throws
   * `vault-missing`, `password-empty`, `password-wrong`, `vault-damaged`, `vault-newer`.
   */
  unlock(masterPassword: string, nowMs: number): Promise<OpenReport>
  lock(): Promise<void>
  /** What opening finds now; no use of the vault, the deadline stays. Throws `vault-locked`. */
  inspect(nowMs: number): Promise<OpenReport>
  /** The open document; counts as use and moves the deadline. Throws `vault-locked`. */
  read(nowMs: number): Promise<VaultDocument>
  /** The same without use: the deadline stays. For pages that follow what others save. */
  peek(nowMs: number): Promise<VaultDocument>
  /**
   * Applies `edit` to the newest document and saves it as a new generation. `edit` must be pure:
   * it runs again when another window saved in between. Returns what was saved.
   */
  change(nowMs: number, edit: (document: VaultDocument) => VaultDocument): Promise<VaultDocument>
  /** True if `masterPassword` opens this vault; changes nothing. */
  verifyPassword(masterPassword: string): Promise<boolean>
  /** What a guess at the password costs, by the newest header that reads; null if none does. */
  protection(): Promise<KdfCost | null>
  /**
   * New salt, new data key, one save; older generations and passkeys go. Throws `password-wrong`,
   * `password-empty`, and `vault-locked` where it is locked or is so meanwhile: then it stays so.
   * False: changed, but a copy that opens with the old password could not be replaced yet.
   */
  changePassword(masterPassword: string, newPassword: string, nowMs: number): Promise<boolean>
  /** Forgets the vault, its copies and the session. What was not exported is gone. */
  remove(): Promise<void>
  /** Looks after what can be seen without a key: the second copy follows, damage is kept. */
  check(nowMs: number): Promise<void>
  /** What was ever found damaged; where it could not be kept apart, as it lies. */
  damaged(nowMs: number): Promise<readonly DamagedPiece[]>
  /** Whether there was a vault here that nobody removed, and now there is none. */
  wasLost(): Promise<boolean>
  /** Seals a small JSON value under the session's key, so that locking makes it unreadable. */
  sealDraft(value: unknown, nowMs: number): Promise<string>
  /** The value of a sealed draft, or null if it is not one of this session's vault. */
  openDraft(sealed: string, nowMs: number): Promise<unknown>
  /**
   * Both, by the session of now, which is looked up once; no use: the deadline stays. For what is
   * done at once and whole. Throws `vault-locked`.
   */
  drafts(nowMs: number): Promise<Drafts>
}

/** Opens and seals drafts as `Vault.openDraft` and `Vault.sealDraft` do. */
export interface Drafts {
  open(sealed: string): Promise<unknown>
  seal(value: unknown): Promise<string>
}
