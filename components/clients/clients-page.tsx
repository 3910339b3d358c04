'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useCallback, useRef, useState } from 'react'
import { CreateHere } from '@/components/ui/create-here'
import { PageHeader } from '@/components/ui/page-header'
import { useForgetOnLeaving } from '@/components/ui/use-forget-on-leaving'
import type { ClientWithSecret } from '@/lib/clients/create'
import { ClientList } from './client-list'
import { DeleteDialog } from './delete-dialog'
import { RotateDialog } from './rotate-dialog'
import type { Client, ClientActions, ClientPowers, ClientsOf } from './types'

const CreateDialog = dynamic(() => import('./create-dialog'), { ssr: false })
const SecretDialog = dynamic(() => import('./secret-dialog'), { ssr: false })

interface ClientsPageProps extends ClientActions {
  of: ClientsOf
  url: string
  /** `WRIT_URL`, where clients get their tokens. */
  issuer: string
  powers: ClientPowers
}

type Asked =
  | { about: 'new' }
  | { about: 'rotate' | 'delete'; client: Client }
  | ({ about: 'secret'; isNew: boolean } & ClientWithSecret)

/** Every dialog hangs here, not in the list: a list that is read again must not take a secret away. */
export function ClientsPage({ of, url, issuer, powers, ...actions }: ClientsPageProps) {
  const { asked, ask, show, close, opener } = useAsked()
  const onRotate = useCallback((client: Client) => ask({ about: 'rotate', client }), [ask])
  const onDelete = useCallback((client: Client) => ask({ about: 'delete', client }), [ask])
  const create = powers.scopes && <Button onClick={() => ask({ about: 'new' })}>New API client</Button>
  const shared = { onClose: close, invalidate: [url] }
  return (
    <>
      <PageHeader
        actions={<CreateHere>{create}</CreateHere>}
        crumbs={of ? undefined : [{ label: 'Console' }]}
        description={
          of
            ? `Programs that may call the API in the name of ${of.name}, and software registered with its SSAs.`
            : 'Programs that may call the API for any organization, and software registered with an initial access token.'
        }
        title="API clients"
      />
      <ClientList create={create} of={of} onDelete={onDelete} onRotate={onRotate} powers={powers} url={url} />
      {asked?.about === 'new' && powers.scopes && (
        <CreateDialog
          {...shared}
          create={actions.create}
          of={of}
          onDone={made => show({ about: 'secret', isNew: true, ...made })}
          scopes={powers.scopes}
        />
      )}
      {asked?.about === 'rotate' && (
        <RotateDialog
          {...shared}
          client={asked.client}
          onDone={made => show({ about: 'secret', isNew: false, ...made })}
          rotate={actions.rotate}
        />
      )}
      {asked?.about === 'delete' && (
        <DeleteDialog {...shared} client={asked.client} of={of} remove={actions.remove} />
      )}
      {asked?.about === 'secret' && (
        <SecretDialog {...asked} issuer={issuer} onClose={close} opener={opener.current} />
      )}
    </>
  )
}

/** The dialog that is open, and what had the focus when the first of a row of dialogs opened. */
function useAsked() {
  const [asked, setAsked] = useState<Asked | null>(null)
  const opener = useRef<Element | null>(null)
  const ask = useCallback((next: Asked) => {
    opener.current = document.activeElement
    setAsked(next)
  }, [])
  const close = useCallback(() => setAsked(null), [])
  useForgetOnLeaving(close)
  return { asked, ask, show: setAsked, close, opener }
}
