import { View } from '@tarojs/components'
import { ContactCard, useContactBoard, useMyCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, restartAt } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { BigCall } from '../../ui/big-call'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import styles from '../mediation.module.scss'
import { requestText } from '../request.text'
import { AskForCall } from './ask-for-call'
import { CommitteeWay } from './committee-way'

const POLICE = '110'
/** Topics of the contact board on which a person answers who can come. */
const HELPERS = ['community_desk', 'grid_worker'] as const

interface HelpFirstProps {
  communityId: string
  onBack: () => void
}

/** Somebody may be in danger: telephones first, then a person who calls; no form and no case. */
export const HelpFirst = ({ communityId, onBack }: HelpFirstProps) => {
  const t = useText(requestText)
  const isSignedIn = useSession((session) => session.person !== null)
  const { place } = useMyCommunity()
  const board = useContactBoard(communityId, place?.gridCellId)
  const contacts = (board.topics ?? [])
    .filter(({ id }) => HELPERS.some((each) => each === id))
    .flatMap((topic) => topic.contacts)
  return (
    <Page
      title={t('title')}
      action={
        // Going back does not bring this page up again.
        <Button isWide icon='close' onPress={() => restartAt(HOME_PAGE)}>
          {t('leave')}
        </Button>
      }
    >
      <Card tint='red'>
        <View className={styles.name}>{t('helpTitle')}</View>
        <View className={styles.line}>{t('helpFirst')}</View>
        <View>{t('helpLaw')}</View>
      </Card>
      <View className={styles.stack}>
        <BigCall phone={POLICE} name={t('police')} />
      </View>
      <Section title={t('callMeTitle')}>
        {isSignedIn ? <AskForCall communityId={communityId} /> : <View>{t('signInToAsk')}</View>}
      </Section>
      <Section title={t('communityHelp')}>
        {contacts.map((contact) => (
          <ContactCard key={contact.phone} contact={contact} />
        ))}
      </Section>
      <Button icon='undo' isWide onPress={onBack}>
        {t('backToQuestion')}
      </Button>
      <CommitteeWay communityId={communityId} />
    </Page>
  )
}
