import { finderOf } from './text'
import {
  authenticatorWords,
  codeWords,
  nouns,
  otherActions,
  otherPages,
  otherWords,
  ownWords,
  passwordWords,
  qualifiers,
  recoveryWords,
  sendAgain,
  sentNames,
  sentWords,
} from './words'

/*
 * What finds the words of utils/fields/words, by the names of their lists: one of each for all who
 * ask, as making them takes time.
 */

export const code = finderOf(codeWords)
export const noun = finderOf(nouns)
export const qualifier = finderOf(qualifiers)
export const authenticator = finderOf(authenticatorWords)
export const recovery = finderOf(recoveryWords)
export const sentName = finderOf(sentNames)
export const sent = finderOf(sentWords)
export const offerToSend = finderOf(sendAgain)
export const other = finderOf(otherWords)
export const ownWord = finderOf(ownWords)
export const otherPage = finderOf(otherPages)
export const otherAction = finderOf(otherActions)
export const password = finderOf(passwordWords)
