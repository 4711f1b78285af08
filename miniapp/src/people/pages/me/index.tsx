import { View } from '@tarojs/components'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { accountText } from '../../account.text'
import { LockedDesk } from '../../components/locked-desk'
import { MyPages } from '../../components/my-pages'
import { ReadingSettings } from '../../components/reading-settings'
import { SignOut } from '../../components/sign-out'
import { useMe } from '../../people.api'
import styles from '../../people.module.scss'
import { peopleText, roleText } from '../../people.text'

export default function MePage() {
  const t = useText(peopleText)
  const isSignedIn = useSession((session) => session.person !== null)
  const actingFor = useSession((session) => session.actingFor)
  const isLocked = useSession(({ desk }) => desk === 'locked') && actingFor === null
  const signIn = (
    <Button kind='primary' isWide onPress={() => openPage('people/pages/sign-in/index')}>
      {t('signIn')}
    </Button>
  )
  const myItems = (
    <Button kind='primary' isWide onPress={() => openPage('issues/pages/list/index')}>
      {actingFor ? t('itemsFor', { name: actingFor.name }) : t('myItems')}
    </Button>
  )
  return (
    <Page title={t('me')} action={isSignedIn ? myItems : signIn}>
      {isSignedIn ? <WhoIAm /> : <Empty icon='person' title={t('notSignedIn')} next={t('notSignedInNext')} />}
      {isLocked && <LockedDesk />}
      {isSignedIn && <MyPages />}
      {isSignedIn && !actingFor && <AccountLink />}
      {!isSignedIn && (
        <Button icon='lock' isWide onPress={() => openPage('people/pages/code/index')}>
          {t('code')}
        </Button>
      )}
      <ReadingSettings />
      <Section title={t('privacy')}>
        <Card>
          <View className={styles.line}>{t('privacySeen')}</View>
          <View className={styles.line}>{t('privacyKept')}</View>
          <View>{t('privacyNever')}</View>
        </Card>
        <Button icon='lock' onPress={() => openPage('privacy/pages/policy/index')}>
          {t('seePolicy')}
        </Button>
      </Section>
      {isSignedIn && <SignOut />}
      <OfflineWay />
    </Page>
  )
}

const AccountLink = () => {
  const t = useText(accountText)
  return (
    <Card onPress={() => openPage('people/pages/account/index')}>
      <View className={styles.name}>{t('account')}</View>
      <View>{t('accountNow')}</View>
    </Card>
  )
}

const WhoIAm = () => {
  const t = useText(peopleText)
  const tRole = useText(roleText)
  const kept = useSession((session) => session.person)
  const person = useMe().data ?? kept
  return (
    <Section title={person?.name ?? t('me')}>
      <Card>
        <View className={styles.caption}>{t('roles')}</View>
        {person?.roles.map((each) => (
          <View key={`${each.role}${each.scopeName}`}>
            {tRole(each.role)} · {each.scopeName}
          </View>
        ))}
      </Card>
    </Section>
  )
}
