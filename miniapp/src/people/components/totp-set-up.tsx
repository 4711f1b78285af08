import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { QrCode } from '../../ui/qr-code'
import { Section } from '../../ui/section'
import { showToast } from '../../ui/toast'
import styles from '../people.module.scss'
import { useConfirmTotp } from '../staff.api'
import { staffText } from '../staff.text'
import { isWholeTotp, TotpField } from './totp-field'

const GROUP = /(.{4})(?=.)/g

interface TotpSetUpProps {
  totp: { secret: string; address: string }
  onDone: () => void
}

/** What the authenticator app needs, to scan or to type, and its first code, which proves that it works. */
export const TotpSetUp = ({ totp, onDone }: TotpSetUpProps) => {
  const t = useText(staffText)
  const [digits, setDigits] = useState('')
  const [hasTried, setTried] = useState(false)
  const confirming = useConfirmTotp()
  const change = (typed: string) => {
    setTried(false)
    confirming.reset()
    setDigits(typed)
  }
  const send = () => {
    setTried(true)
    if (isWholeTotp(digits)) confirming.mutate(digits, { onSuccess: onDone })
  }
  const copy = () =>
    void Taro.setClipboardData({ data: totp.secret }).then(
      () => showToast(t('copied')),
      // It is there to be read and typed.
      () => undefined,
    )
  return (
    <Page
      title={t('setUp')}
      isRoot
      action={
        <Button kind='primary' isWide isBusy={confirming.isPending} onPress={send}>
          {t('confirm')}
        </Button>
      }
    >
      <Card tint='amber'>{t('setUpOnce')}</Card>
      <Section title={t('setUp')}>
        <View className={styles.line}>{t('setUpApp')}</View>
        {process.env.TARO_ENV === 'h5' && <View className={styles.line}>{t('setUpScan')}</View>}
        <QrCode content={totp.address} label={t('setUpQr')} />
        <View className={styles.line}>{t('setUpType')}</View>
        <Card>
          <View className={styles.caption}>{t('secret')}</View>
          <View className={styles.secret}>{totp.secret.replace(GROUP, '$1 ')}</View>
          <Button isWide onPress={copy}>
            {t('copySecret')}
          </Button>
        </Card>
        <View className={styles.line}>{t('setUpDigits')}</View>
      </Section>
      <TotpField value={digits} onChange={change} hasTried={hasTried} />
      {confirming.isError && <ErrorNotice error={confirming.error} />}
    </Page>
  )
}
