import type { DeskKey } from '@little-bench/shared/people/staff'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError } from '../../../platform/call-error'
import { useText } from '../../../platform/i18n/text'
import { HOME_PAGE, restartAt } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { isInWechat } from '../../../platform/wechat'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { InvitationField, isInvitation } from '../../components/invitation-field'
import { SignedInOnly } from '../../components/signed-in-only'
import { TotpSetUp } from '../../components/totp-set-up'
import styles from '../../people.module.scss'
import { roleText } from '../../people.text'
import { useAcceptInvitation } from '../../staff.api'
import { staffText } from '../../staff.text'

const canOnlyBeTotp = (error: unknown) => error instanceof CallError && error.code === 'wechat_session_needed'

/** Takes a role into one's account: inside WeChat it is the key to the desk, elsewhere an authenticator app is. */
export default function StaffInvitationPage() {
  const t = useText(staffText)
  const isSignedIn = useSession((session) => session.person !== null)
  const [code, setCode] = useState(useRouter().params.code ?? '')
  const [hasTried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const accepting = useAcceptInvitation()
  const key: DeskKey = isInWechat && !canOnlyBeTotp(accepting.error) ? 'wechat' : 'totp'
  const change = (digits: string) => {
    setTried(false)
    accepting.reset()
    setCode(digits)
  }
  const accept = () => {
    setTried(true)
    if (isInvitation(code)) accepting.mutate({ code, key })
  }
  const totp = accepting.data?.totp
  if (totp && !isDone) return <TotpSetUp totp={totp} onDone={() => setDone(true)} />
  if (accepting.data) return <Accepted />
  return (
    <Page
      title={t('invitation')}
      action={
        isSignedIn && (
          <Button kind='primary' isWide isBusy={accepting.isPending} onPress={accept}>
            {t(canOnlyBeTotp(accepting.error) ? 'totpInstead' : 'accept')}
          </Button>
        )
      }
    >
      <SignedInOnly>
        <InvitationField value={code} onChange={change} hasTried={hasTried} />
        {accepting.isError && <ErrorNotice error={accepting.error} />}
        <Card tint='blue'>{t(key === 'wechat' ? 'byWechat' : 'byTotp')}</Card>
      </SignedInOnly>
    </Page>
  )
}

const Accepted = () => {
  const t = useText(staffText)
  const tRole = useText(roleText)
  const roles = useSession((session) => session.person?.roles ?? NO_ROLES)
  return (
    <Page
      title={t('invitation')}
      isRoot
      action={
        <Button kind='primary' isWide onPress={() => restartAt(HOME_PAGE)}>
          {t('toDesk')}
        </Button>
      }
    >
      <Card tint='green'>
        <View className={styles.name}>{t('done')}</View>
        {roles.map(({ role, scopeName }) => (
          <View key={`${role}${scopeName}`}>{t('roleAt', { role: tRole(role), place: scopeName })}</View>
        ))}
      </Card>
    </Page>
  )
}

const NO_ROLES: readonly never[] = []
