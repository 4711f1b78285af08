import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { goBack } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { showToast } from '../../ui/toast'
import { type Proof, useSignInBy } from '../sign-in.api'
import { signInText } from '../sign-in.text'
import { type NewAccountFields, NewAccountStep, newAccountOf } from './new-account'

interface FirstTimeProps {
  proof: Proof
  /** Who reads slowly finds that the code has grown old: another one is asked for. */
  onAgain: () => void
}

const isProofOver = (error: unknown) => error instanceof CallError && error.code === 'phone_code_wrong'

/** Who they are is known, and no account is there yet: they open one, or go on looking around without. */
export const FirstTime = ({ proof, onAgain }: FirstTimeProps) => {
  const t = useText(signInText)
  const communityId = useSession((session) => session.communityId)
  const [fields, setFields] = useState<NewAccountFields>({ name: '', hasAgreed: false })
  const [hasTried, setTried] = useState(false)
  const signIn = useSignInBy()
  const open = () => {
    setTried(true)
    const account = newAccountOf(fields, communityId)
    if (!account) return
    const done = () => {
      showToast(t('opened'))
      goBack()
    }
    signIn.mutate({ proof, account }, { onSuccess: done })
  }
  return (
    <Page
      title={t('signIn')}
      action={
        <Button kind='primary' isWide isBusy={signIn.isPending} onPress={open}>
          {t('open')}
        </Button>
      }
    >
      <NewAccountStep fields={fields} onChange={setFields} hasTried={hasTried} />
      {signIn.isError && <ErrorNotice error={signIn.error} />}
      {isProofOver(signIn.error) && (
        <Button icon='refresh' isWide onPress={onAgain}>
          {t('proveAgain')}
        </Button>
      )}
      <Button kind='quiet' icon='forward' onPress={goBack}>
        {t('refuse')}
      </Button>
      <OfflineWay />
    </Page>
  )
}
