'use client'

import { Alert, Anchor } from '@mantine/core'
import { IconLoader, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { ENDPOINTS } from '@/lib/endpoints'
import type { SignatureVerdict } from '@/lib/ssa/check-signature'
import { type SignatureState, useSignature, type VerifyOnServer } from './use-signature'

interface Props {
  jwt: string
  verify: VerifyOnServer
}

const REFUSED: Record<Extract<SignatureVerdict, { valid: false }>['code'], string> = {
  MALFORMED: 'This is no complete JWT. Show it again.',
  OTHER_ALGORITHM: 'It names another algorithm than the published key is for. Do not use this JWT.',
  UNKNOWN_KEY: 'The key that signed it is not among the published keys. Tell your operator.',
  BAD_SIGNATURE:
    'The signature does not fit the header and claims. Do not use this JWT, and tell your operator.',
}

/** Whether one of the published keys made the signature, and who found out. */
export function Signature({ jwt, verify }: Props) {
  const { title, text, color, Icon } = described(useSignature(jwt, verify))
  return (
    <Alert color={color} icon={<Icon aria-hidden="true" />} role="status" title={title}>
      {text}
    </Alert>
  )
}

function described(state: SignatureState) {
  switch (state.kind) {
    case 'checking':
      return { title: 'Checking the signature', text: keysLink('Against'), color: 'gray', Icon: IconLoader }
    case 'failed':
      return {
        title: 'The signature could not be checked',
        text: `${state.problem.message} The JWT itself is not affected.`,
        color: 'yellow',
        Icon: IconShieldX,
      }
    case 'checked':
      return state.verdict.valid
        ? { title: 'Signature verified', text: checkedBy(state.where), color: 'green', Icon: IconShieldCheck }
        : {
            title: 'Signature not valid',
            text: REFUSED[state.verdict.code],
            color: 'red',
            Icon: IconShieldX,
          }
  }
}

function checkedBy(where: 'browser' | 'server') {
  if (where === 'browser') return keysLink('Checked by your browser against')
  return (
    <>{keysLink('Checked by the server against')} Your browser checks signatures itself only over https.</>
  )
}

function keysLink(before: string) {
  return (
    <>
      {before} the{' '}
      <Anchor href={ENDPOINTS.jwks} inherit rel="noreferrer" target="_blank" underline="always">
        published keys
      </Anchor>
      .
    </>
  )
}
