<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountsPane</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersPane</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written</source>
        <translation>
            <numerusform>%n written</numerusform>
            <numerusform>%n written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message numerus="yes">
        <source>%n page(s) on paper</source>
        <translation>
            <numerusform>%n page on paper</numerusform>
            <numerusform>%n pages on paper</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>All %n</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Caring</name>
    <message numerus="yes">
        <source>{deed}: %n left out, where it cannot be</source>
        <translation>
            <numerusform>{deed}: %n left out, where it cannot be</numerusform>
            <numerusform>{deed}: %n left out, where they cannot be</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{deed}: %n queued</source>
        <translation>
            <numerusform>{deed}: %n queued</numerusform>
            <numerusform>{deed}: %n queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatchingUp</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation>
            <numerusform>%n complaint</numerusform>
            <numerusform>%n complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) alike</source>
        <translation>
            <numerusform>%n group alike</numerusform>
            <numerusform>%n groups alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message numerus="yes">
        <source>%n to mend first</source>
        <translation>
            <numerusform>%n to mend first</numerusform>
            <numerusform>%n to mend first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Completing</name>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>used %n time</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message numerus="yes">
        <source>%n draft(s) in their second copy</source>
        <translation>
            <numerusform>%n draft in its second copy</numerusform>
            <numerusform>%n drafts in their second copy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftLines</name>
    <message numerus="yes">
        <source>and %n more: Review drafts shows them one by one</source>
        <translation>
            <numerusform>and %n more: Review drafts shows it</numerusform>
            <numerusform>and %n more: Review drafts shows them one by one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasePerson</name>
    <message numerus="yes">
        <source>%n answer(s) to them that wait are cancelled.</source>
        <translation>
            <numerusform>%n answer to them that waits is cancelled.</numerusform>
            <numerusform>%n answers to them that wait are cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) are written anew without them.</source>
        <translation>
            <numerusform>%n backup is written anew without them.</numerusform>
            <numerusform>%n backups are written anew without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) made by older versions are deleted.</source>
        <translation>
            <numerusform>%n backup made by an older version is deleted.</numerusform>
            <numerusform>%n backups made by older versions are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s) of a damaged database, too: they may hold it all</source>
        <translation>
            <numerusform>Delete %n file of a damaged database, too: it may hold it all</numerusform>
            <numerusform>Delete %n files of a damaged database, too: they may hold it all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased. Looked through %n file(s): nothing of them is left.</source>
        <translation>
            <numerusform>Erased. Looked through %n file: nothing of them is left.</numerusform>
            <numerusform>Erased. Looked through %n files: nothing of them is left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExperimentsPart</name>
    <message numerus="yes">
        <source>Looked early: %n</source>
        <translation>
            <numerusform>Looked early: once</numerusform>
            <numerusform>Looked early: %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was not watched the whole time, so unknown</source>
        <translation>
            <numerusform>%n was not watched the whole time, so unknown</numerusform>
            <numerusform>%n were not watched the whole time, so unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are not out yet</source>
        <translation>
            <numerusform>%n draft is not out yet</numerusform>
            <numerusform>%n drafts are not out yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresPart</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n answered</source>
        <translation>
            <numerusform>of %n answered</numerusform>
            <numerusform>of %n answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <translation>
            <numerusform>%n answered</numerusform>
            <numerusform>%n answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for a look first</source>
        <translation>
            <numerusform>%n held for a look first</numerusform>
            <numerusform>%n held for a look first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalsPart</name>
    <message numerus="yes">
        <source>%n result(s) to look at now</source>
        <translation>
            <numerusform>%n result to look at now</numerusform>
            <numerusform>%n results to look at now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxList</name>
    <message numerus="yes">
        <source>%n need(s) a reply</source>
        <translation>
            <numerusform>%n needs a reply</numerusform>
            <numerusform>%n need a reply</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journeys</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LivePart</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) asked again and again</source>
        <translation>
            <numerusform>%n thing asked again and again</numerusform>
            <numerusform>%n things asked again and again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>That is not the passphrase. Again in %n second(s).</source>
        <translation>
            <numerusform>That is not the passphrase. Again in %n second.</numerusform>
            <numerusform>That is not the passphrase. Again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockSetUp</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message numerus="yes">
        <source>Registered: {title} (%n voice(s))</source>
        <translation>
            <numerusform>Registered: {title} (%n voice)</numerusform>
            <numerusform>Registered: {title} (%n voices)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaLibrary</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n here</source>
        <translation>
            <numerusform>At most %n here</numerusform>
            <numerusform>At most %n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more not taken</source>
        <translation>
            <numerusform>and %n more not taken</numerusform>
            <numerusform>and %n more not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still used, so kept</source>
        <translation>
            <numerusform>%n still used, so kept</numerusform>
            <numerusform>%n still used, so kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Meters</name>
    <message numerus="yes">
        <source>%n more account(s) with more room</source>
        <translation>
            <numerusform>%n more account with more room</numerusform>
            <numerusform>%n more accounts with more room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moderate</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n urgent answer(s) due, the first at {time}</source>
        <translation>
            <numerusform>%n urgent answer due at {time}</numerusform>
            <numerusform>%n urgent answers due, the first at {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) due soon, the first at {time}</source>
        <translation>
            <numerusform>%n answer due soon, at {time}</numerusform>
            <numerusform>%n answers due soon, the first at {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>%n file written</numerusform>
            <numerusform>%n files written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message numerus="yes">
        <source>Here on %n day(s)</source>
        <translation>
            <numerusform>Here on %n day</numerusform>
            <numerusform>Here on %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new thing(s) from them</source>
        <translation>
            <numerusform>%n new thing from them</numerusform>
            <numerusform>%n new things from them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n follower</numerusform>
            <numerusform>%n followers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickReply</name>
    <message numerus="yes">
        <source>(and %n more wording(s))</source>
        <translation>
            <numerusform>(and one more wording)</numerusform>
            <numerusform>(and %n more wordings)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanStrip</name>
    <message numerus="yes">
        <source>%n day(s) in a row</source>
        <translation>
            <numerusform>%n day in a row</numerusform>
            <numerusform>%n days in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message numerus="yes">
        <source>good before: %n post(s) around then</source>
        <translation>
            <numerusform>good before: %n post around then</numerusform>
            <numerusform>good before: %n posts around then</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostComposer</name>
    <message numerus="yes">
        <source>At most %n picture(s) here</source>
        <translation>
            <numerusform>At most %n picture here</numerusform>
            <numerusform>At most %n pictures here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message numerus="yes">
        <source>and %n more part(s)</source>
        <translation>
            <numerusform>and %n more part</numerusform>
            <numerusform>and %n more parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyMap</name>
    <message numerus="yes">
        <source>kept for %Ln day(s)</source>
        <translation>
            <numerusform>kept for %Ln day</numerusform>
            <numerusform>kept for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of a damaged database: whatever was not saved from them is lost for good.</source>
        <translation>
            <numerusform>%n file of a damaged database: whatever was not saved from it is lost for good.</numerusform>
            <numerusform>%n files of a damaged database: whatever was not saved from them is lost for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) deleted</source>
        <translation>
            <numerusform>%n file deleted</numerusform>
            <numerusform>%n files deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message numerus="yes">
        <source>%n draft(s) brought back</source>
        <translation>
            <numerusform>%n draft brought back</numerusform>
            <numerusform>%n drafts brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deed(s) still wait(s) and will leave without the window.</source>
        <translation>
            <numerusform>%n deed still waits and will leave without the window.</numerusform>
            <numerusform>%n deeds still wait and will leave without the window.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deed(s) still wait(s), and will leave once you are online and sending is on.</source>
        <translation>
            <numerusform>%n deed still waits, and will leave once you are online and sending is on.</numerusform>
            <numerusform>%n deeds still wait, and will leave once you are online and sending is on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPart</name>
    <message numerus="yes">
        <source>voice(s)</source>
        <translation>
            <numerusform>voice</numerusform>
            <numerusform>voices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) drafted</source>
        <translation>
            <numerusform>%n answer drafted</numerusform>
            <numerusform>%n answers drafted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) drafted, to be looked at in Write</source>
        <translation>
            <numerusform>%n answer drafted, to be looked at in Write</numerusform>
            <numerusform>%n answers drafted, to be looked at in Write</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyEditor</name>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>Used once</numerusform>
            <numerusform>Used %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sent %n time(s)</source>
        <translation>
            <numerusform>sent once</numerusform>
            <numerusform>sent %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed before</source>
        <translation>
            <numerusform>%n changed before</numerusform>
            <numerusform>%n changed before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thanked you</source>
        <translation>
            <numerusform>%n thanked you</numerusform>
            <numerusform>%n thanked you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrote again</source>
        <translation>
            <numerusform>%n wrote again</numerusform>
            <numerusform>%n wrote again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreFirst</name>
    <message numerus="yes">
        <source>%n decision(s) since: labels, notes, what was closed</source>
        <translation>
            <numerusform>%n decision since: labels, notes, what was closed</numerusform>
            <numerusform>%n decisions since: labels, notes, what was closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that came since</source>
        <translation>
            <numerusform>%Ln message that came since</numerusform>
            <numerusform>%Ln messages that came since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) written since</source>
        <translation>
            <numerusform>%n draft written since</numerusform>
            <numerusform>%n drafts written since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued since</source>
        <translation>
            <numerusform>%n queued since</numerusform>
            <numerusform>%n queued since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent since</source>
        <translation>
            <numerusform>%n sent since</numerusform>
            <numerusform>%n sent since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message numerus="yes">
        <source>%n not shown until then</source>
        <translation>
            <numerusform>%n not shown until then</numerusform>
            <numerusform>%n not shown until then</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message numerus="yes">
        <source>In the last 90 days it would have matched %n.</source>
        <translation>
            <numerusform>In the last 90 days it would have matched %n.</numerusform>
            <numerusform>In the last 90 days it would have matched %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have sent %n answer(s).</source>
        <translation>
            <numerusform>It would have sent %n answer.</numerusform>
            <numerusform>It would have sent %n answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPart</name>
    <message numerus="yes">
        <source>answers by itself, at most %n a day</source>
        <translation>
            <numerusform>answers by itself, at most %n a day</numerusform>
            <numerusform>answers by itself, at most %n a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back, but for %n</source>
        <translation>
            <numerusform>Taken back, but for %n</numerusform>
            <numerusform>Taken back, but for %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message numerus="yes">
        <source>%n account(s) hold it back; the draft stays.</source>
        <translation>
            <numerusform>%n account holds it back; the draft stays.</numerusform>
            <numerusform>%n accounts hold it back; the draft stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesSheet</name>
    <message numerus="yes">
        <source>%n time(s) in all</source>
        <translation>
            <numerusform>%n time in all</numerusform>
            <numerusform>%n times in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message numerus="yes">
        <source>%n task(s) written</source>
        <translation>
            <numerusform>%n task written</numerusform>
            <numerusform>%n tasks written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TellEveryone</name>
    <message numerus="yes">
        <source>Draft %n answer(s)</source>
        <translation>
            <numerusform>Draft %n answer</numerusform>
            <numerusform>Draft %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message numerus="yes">
        <source>%n earlier post(s)</source>
        <translation>
            <numerusform>%n earlier post</numerusform>
            <numerusform>%n earlier posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n more wait(s) for an answer</source>
        <translation>
            <numerusform>%n more waits for an answer</numerusform>
            <numerusform>%n more wait for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekPart</name>
    <message numerus="yes">
        <source>%n people wrote</source>
        <translation>
            <numerusform>%n person wrote</numerusform>
            <numerusform>%n people wrote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n need(s) a reply</source>
        <translation>
            <numerusform>%n needs a reply</numerusform>
            <numerusform>%n need a reply</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordLists</name>
    <message numerus="yes">
        <source>%n looked at anew</source>
        <translation>
            <numerusform>%n looked at anew</numerusform>
            <numerusform>%n looked at anew</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WritingHelp</name>
    <message numerus="yes">
        <source>%n name(s) stay here.</source>
        <translation>
            <numerusform>One name stays here.</numerusform>
            <numerusform>%n names stay here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WritingHelpSetUp</name>
    <message numerus="yes">
        <source>%n model(s) there</source>
        <translation>
            <numerusform>One model there</numerusform>
            <numerusform>%n models there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message numerus="yes">
        <source>goes out in %n part(s)</source>
        <translation>
            <numerusform>goes out in %n part</numerusform>
            <numerusform>goes out in %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
</TS>
