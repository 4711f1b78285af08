import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { useMediatorAccounts } from '../committee.api'
import { committeeText } from '../committee.text'

interface AccountChoiceProps {
  communityId: string
  /** Whose the card is now. */
  ownId: string | null
  value: string | null
  onChange: (personId: string | null) => void
}

const NOBODY = 'nobody'

/** With whose account somebody reads their cases: whoever mediates here or sits on the committee, or nobody's. */
export const AccountChoice = ({ communityId, ownId, value, onChange }: AccountChoiceProps) => {
  const t = useText(committeeText)
  const accounts = useMediatorAccounts(communityId)
  if (accounts.isPending) return null
  if (!accounts.data) return <ErrorNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
  return (
    <ChoiceList<string>
      label={t('account')}
      hint={t('accountHint')}
      choices={[
        { value: NOBODY, name: t('noAccount') },
        ...accounts.data.map(({ id, name, hasCard }) => ({
          value: id,
          name,
          ...(hasCard && id !== ownId && { note: t('hasCard') }),
        })),
      ]}
      value={value ?? NOBODY}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : chosen)}
    />
  )
}
