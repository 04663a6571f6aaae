export { composeDigest } from './compose-digest';
export { renderPlain, type PlainMail } from './render-plain';
export {
  DIGEST_REASONS,
  type Composed,
  type DigestInput,
  type DigestItem,
  type DigestReader,
  type DigestReason,
  type Language,
  type MissedParty,
} from './types';
