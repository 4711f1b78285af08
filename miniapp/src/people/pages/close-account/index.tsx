import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { HOME_PAGE, openPage, restartAt } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Dialog } from '../../../ui/dialog'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { useCloseAccount } from '../../account.api'
import { closeText } from '../../account.text'
import { OwnAccountOnly } from '../../components/own-account-only'
import styles from '../../people.module.scss'

const AFTERWARDS = ['gone', 'bookings', 'open', 'others', 'kept', 'notIssues'] as const

/** What closing the account means, then whether they are sure, then what is kept. */
export default function CloseAccountPage() {
  const t = useText(closeText)
  const [isAsked, setAsked] = useState(false)
  const closing = useCloseAccount()
  if (closing.data) return <Closed kept={closing.data.kept} />
  return (
    <Page title={t('close')}>
      <OwnAccountOnly>
        <Section title={t('what')}>
          <Card>
            {AFTERWARDS.map((what) => (
              <View key={what} className={styles.part}>
                {t(what)}
              </View>
            ))}
          </Card>
        </Section>
        <Section title={t('instead')}>
          <View className={styles.hint}>{t('insteadWords')}</View>
          <Button icon='list' isWide onPress={() => openPage('privacy/pages/mine/index')}>
            {t('myData')}
          </Button>
        </Section>
        <Button kind='danger' isWide onPress={() => setAsked(true)}>
          {t('next')}
        </Button>
        <Dialog
          isOpen={isAsked}
          title={t('sureTitle')}
          confirmWords={t('sure')}
          isDanger
          isBusy={closing.isPending}
          onConfirm={() => closing.mutate()}
          onClose={() => setAsked(false)}
        >
          {closing.isError && <ErrorNotice error={closing.error} />}
          <View>{t('sureWords')}</View>
        </Dialog>
      </OwnAccountOnly>
      <OfflineWay />
    </Page>
  )
}

const Closed = ({ kept }: { kept: readonly string[] }) => {
  const t = useText(closeText)
  return (
    <Page
      title={t('close')}
      isRoot
      action={
        <Button kind='primary' isWide onPress={() => restartAt(HOME_PAGE)}>
          {t('home')}
        </Button>
      }
    >
      <Card tint='green'>
        <View className={styles.name}>{t('done')}</View>
        <View>{t('doneWords')}</View>
      </Card>
      {kept.length > 0 && (
        <Section title={t('keptTitle')}>
          {kept.map((what) => (
            <Card key={what}>{what}</Card>
          ))}
        </Section>
      )}
      <OfflineWay />
    </Page>
  )
}
