<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About BudgetSync</source>
        <translation>Über BudgetSync</translation>
    </message>
    <message>
        <source>Keeps your bank transactions current
in one SQLite file that you own.</source>
        <translation>Hält Ihre Bankumsätze aktuell,
in einer SQLite-Datei, die Ihnen gehört.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>MIT licence. Drawn with Qt {qt} (LGPL) through PySide6.</source>
        <translation>MIT-Lizenz. Dargestellt mit Qt {qt} (LGPL) durch PySide6.</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Syncs all accounts at {bank}: a bank is asked for all of them at once</source>
        <translation>Gleicht alle Konten bei {bank} ab: Eine Bank wird immer nach allen zugleich gefragt</translation>
    </message>
    <message>
        <source>{account} at {bank}: {figure} {qualifier}</source>
        <translation>{account} bei {bank}: {figure} {qualifier}</translation>
    </message>
    <message>
        <source>Sync now: {account} at {bank}</source>
        <translation>Jetzt abgleichen: {account} bei {bank}</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message numerus="yes">
        <source>{n} transactions</source>
        <translation>
            <numerusform>{n} Umsatz</numerusform>
            <numerusform>{n} Umsätze</numerusform>
        </translation>
    </message>
    <message>
        <source>updated {when}</source>
        <translation>aktualisiert {when}</translation>
    </message>
    <message>
        <source>The bank&apos;s balance as of {when}</source>
        <translation>Der Saldo der Bank, Stand {when}</translation>
    </message>
    <message>
        <source>balance of {day}</source>
        <translation>Saldo vom {day}</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>New transaction</source>
        <translation>Neuer Umsatz</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Umbuchung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Day booked</source>
        <translation>Buchungstag</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Händler</translation>
    </message>
    <message>
        <source>Bank&apos;s text</source>
        <translation>Text der Bank</translation>
    </message>
    <message>
        <source>Bank&apos;s category</source>
        <translation>Kategorie der Bank</translation>
    </message>
    <message>
        <source>Taken back by the bank</source>
        <translation>Von der Bank zurückgenommen</translation>
    </message>
    <message>
        <source>Bank&apos;s rows</source>
        <translation>Umsätze der Bank</translation>
    </message>
    <message>
        <source>Question to you</source>
        <translation>Frage an Sie</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of the bank</source>
        <translation>
            <numerusform>{n} Umsatz der Bank</numerusform>
            <numerusform>{n} Umsätze der Bank</numerusform>
        </translation>
    </message>
    <message>
        <source>pending</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>gebucht</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>the bank says that it is the same</source>
        <translation>die Bank sagt, dass es derselbe ist</translation>
    </message>
    <message>
        <source>the pending one was booked</source>
        <translation>der vorgemerkte wurde gebucht</translation>
    </message>
    <message>
        <source>the pending one was booked with another amount</source>
        <translation>der vorgemerkte wurde mit anderem Betrag gebucht</translation>
    </message>
    <message>
        <source>the bank took it back and gave it again</source>
        <translation>die Bank hat ihn zurückgenommen und erneut gemeldet</translation>
    </message>
    <message>
        <source>the new connection told of it, too</source>
        <translation>auch die neue Verbindung hat ihn gemeldet</translation>
    </message>
    <message>
        <source>you said that it is the same</source>
        <translation>Sie haben gesagt, dass es derselbe ist</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>carried out</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>turned down</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>1 row of the bank</source>
        <translation>1 Umsatz der Bank</translation>
    </message>
    <message>
        <source>{field}, as the bank says</source>
        <translation>{field}, wie die Bank sagt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>with transaction {number}</source>
        <translation>mit Umsatz {number}</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>Abgleiche</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Undo what it decided</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>The details were copied, without secrets.</source>
        <translation>Die Einzelheiten wurden kopiert, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>Syncs to show</source>
        <translation>Anzuzeigende Abgleiche</translation>
    </message>
    <message>
        <source>Connection to show</source>
        <translation>Anzuzeigende Verbindung</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>All syncs</source>
        <translation>Alle Abgleiche</translation>
    </message>
    <message>
        <source>With news</source>
        <translation>Mit Neuem</translation>
    </message>
    <message>
        <source>With trouble</source>
        <translation>Mit Störung</translation>
    </message>
    <message>
        <source>Syncs, newest first</source>
        <translation>Abgleiche, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>No sync so far</source>
        <translation>Bisher kein Abgleich</translation>
    </message>
    <message>
        <source>Connect a bank: every sync of it is kept here, with what it changed.</source>
        <translation>Verbinden Sie eine Bank: Jeder Abgleich wird hier aufbewahrt, mit dem, was er geändert hat.</translation>
    </message>
    <message>
        <source>No sync fits</source>
        <translation>Kein Abgleich passt</translation>
    </message>
    <message>
        <source>Change what is shown.</source>
        <translation>Ändern Sie, was angezeigt wird.</translation>
    </message>
    <message numerus="yes">
        <source>{n} requests</source>
        <translation>
            <numerusform>{n} Anfrage</numerusform>
            <numerusform>{n} Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <translation>
            <numerusform>{n} Seite</numerusform>
            <numerusform>{n} Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message>
        <source>{bank}: {why}</source>
        <translation>{bank}: {why}</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>All changes of this step</source>
        <translation>Alle Änderungen dieses Schritts</translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>Diesen Schritt rückgängig machen</translation>
    </message>
    <message>
        <source>Do this step again</source>
        <translation>Diesen Schritt noch einmal tun</translation>
    </message>
    <message>
        <source>Connection or account to show</source>
        <translation>Anzuzeigende Verbindung oder Konto</translation>
    </message>
    <message>
        <source>You asked</source>
        <translation>Sie haben es verlangt</translation>
    </message>
    <message>
        <source>It takes 1 joined row apart again, for good.</source>
        <translation>Trennt 1 verbundenen Umsatz wieder, endgültig.</translation>
    </message>
    <message numerus="yes">
        <source>It takes {n} joined rows apart again, for good.</source>
        <translation>
            <numerusform>Trennt {n} verbundenen Umsatz wieder, endgültig.</numerusform>
            <numerusform>Trennt {n} verbundene Umsätze wieder, endgültig.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes 1 transfer apart.</source>
        <translation>Löst 1 Umbuchung auf.</translation>
    </message>
    <message numerus="yes">
        <source>It takes {n} transfers apart.</source>
        <translation>
            <numerusform>Löst {n} Umbuchung auf.</numerusform>
            <numerusform>Löst {n} Umbuchungen auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes back 1 field that rules chose.</source>
        <translation>Nimmt 1 Feld zurück, das Regeln gewählt haben.</translation>
    </message>
    <message numerus="yes">
        <source>It takes back {n} fields that rules chose.</source>
        <translation>
            <numerusform>Nimmt {n} Feld zurück, das Regeln gewählt haben.</numerusform>
            <numerusform>Nimmt {n} Felder zurück, die Regeln gewählt haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>another source told of it before</source>
        <translation>eine andere Quelle hatte ihn schon gemeldet</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie er endete</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>What it decided was undone. No later sync decides so again.</source>
        <translation>Seine Entscheidungen wurden rückgängig gemacht. Kein späterer Abgleich entscheidet wieder so.</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What this sync decided was undone; what the bank said stays as the bank said it.</source>
        <translation>Die Entscheidungen dieses Abgleichs wurden rückgängig gemacht; was die Bank sagte, bleibt, wie die Bank es sagte.</translation>
    </message>
    <message>
        <source>This was undone, as far as it was not changed again since.</source>
        <translation>Dies wurde rückgängig gemacht, soweit es seither nicht erneut geändert wurde.</translation>
    </message>
    <message>
        <source>Show the transaction</source>
        <translation>Umsatz zeigen</translation>
    </message>
    <message>
        <source>All changes of this transaction</source>
        <translation>Alle Änderungen dieses Umsatzes</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>und {n} weiteres</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>News from the bank that it fetched</source>
        <translation>Neues von der Bank, das er abrief</translation>
    </message>
    <message>
        <source>Show its transactions</source>
        <translation>Umsätze zeigen</translation>
    </message>
    <message>
        <source>Every row that this sync added, changed or removed</source>
        <translation>Jeder Umsatz, den dieser Abgleich hinzufügte, änderte oder entfernte</translation>
    </message>
    <message>
        <source>Show each change</source>
        <translation>Jede Änderung zeigen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Show what is kept aside</source>
        <translation>Beiseitegelegtes zeigen</translation>
    </message>
    <message>
        <source>Decide so again</source>
        <translation>Wieder so entscheiden</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Show the sync</source>
        <translation>Abgleich zeigen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Undo what it decided...</source>
        <translation>Entscheidungen rückgängig machen...</translation>
    </message>
    <message>
        <source>Says first what that means</source>
        <translation>Sagt zuerst, was das heißt</translation>
    </message>
    <message>
        <source>Takes back all of it, except for what was changed again since</source>
        <translation>Nimmt alles davon zurück, außer was seither erneut geändert wurde</translation>
    </message>
    <message>
        <source>Search payees, texts and values</source>
        <translation>Empfänger, Texte und Werte suchen</translation>
    </message>
    <message>
        <source>Search changes</source>
        <translation>Änderungen suchen</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>Field to show</source>
        <translation>Anzuzeigendes Feld</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <source>Days to show</source>
        <translation>Anzuzeigende Tage</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all changes</source>
        <translation>Alle Änderungen zeigen</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Only what was done with one step</source>
        <translation>Nur was mit einem Schritt geschah</translation>
    </message>
    <message>
        <source>Only what sync {number} changed</source>
        <translation>Nur was Abgleich {number} geändert hat</translation>
    </message>
    <message>
        <source>Only transaction {number}</source>
        <translation>Nur Umsatz {number}</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>Änderungen, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Looking further back</source>
        <translation>Sieht weiter zurück</translation>
    </message>
    <message>
        <source>{who}, undone</source>
        <translation>{who}, rückgängig gemacht</translation>
    </message>
    <message>
        <source>No change fits</source>
        <translation>Keine Änderung passt</translation>
    </message>
    <message>
        <source>Change what is searched for or shown.</source>
        <translation>Ändern Sie, was gesucht oder angezeigt wird.</translation>
    </message>
    <message>
        <source>Nothing was changed so far</source>
        <translation>Bisher wurde nichts geändert</translation>
    </message>
    <message>
        <source>Every change of every transaction is kept here, with who made it.</source>
        <translation>Jede Änderung jedes Umsatzes wird hier aufbewahrt, mit dem, der sie gemacht hat.</translation>
    </message>
    <message>
        <source>The bank had news</source>
        <translation>Die Bank hatte Neues</translation>
    </message>
    <message>
        <source>The network came back</source>
        <translation>Das Netzwerk kam zurück</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Erneut versucht</translation>
    </message>
    <message>
        <source>By the clock</source>
        <translation>Nach der Uhr</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>You brought it</source>
        <translation>Sie haben ihn gebracht</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed, nothing was changed</source>
        <translation>Gescheitert, nichts wurde geändert</translation>
    </message>
    <message>
        <source>Interrupted, it started over by itself</source>
        <translation>Unterbrochen, er begann von selbst neu</translation>
    </message>
    <message>
        <source>Cancelled, nothing was changed</source>
        <translation>Abgebrochen, nichts wurde geändert</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>1 new transaction</source>
        <translation>1 neuer Umsatz</translation>
    </message>
    <message>
        <source>1 kept aside</source>
        <translation>1 beiseitegelegt</translation>
    </message>
    <message>
        <source>What the bank said stays, and so do your own edits.</source>
        <translation>Was die Bank sagte, bleibt, und Ihre eigenen Änderungen auch.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>The bank</source>
        <translation>Die Bank</translation>
    </message>
    <message>
        <source>BudgetSync</source>
        <translation>BudgetSync</translation>
    </message>
    <message>
        <source>Did not succeed</source>
        <translation>Nicht gelungen</translation>
    </message>
    <message numerus="yes">
        <source>{n} new transactions</source>
        <translation>
            <numerusform>{n} neuer Umsatz</numerusform>
            <numerusform>{n} neue Umsätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept aside</source>
        <translation>
            <numerusform>{n} beiseitegelegt</numerusform>
            <numerusform>{n} beiseitegelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>It took a row of the bank for one that was there already, and joined them.</source>
        <translation>Er hielt einen Umsatz der Bank für einen, der schon da war, und verband sie.</translation>
    </message>
    <message numerus="yes">
        <source>It took {n} rows of the bank for ones that were there already, and joined them.</source>
        <translation>
            <numerusform>Er hielt {n} Umsatz der Bank für einen, der schon da war, und verband sie.</numerusform>
            <numerusform>Er hielt {n} Umsätze der Bank für solche, die schon da waren, und verband sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>It paired two rows of your own accounts as a transfer.</source>
        <translation>Er verband zwei Umsätze Ihrer eigenen Konten zu einer Umbuchung.</translation>
    </message>
    <message numerus="yes">
        <source>It paired {n} transfers between your own accounts.</source>
        <translation>
            <numerusform>Er verband {n} Umbuchung zwischen Ihren eigenen Konten.</numerusform>
            <numerusform>Er verband {n} Umbuchungen zwischen Ihren eigenen Konten.</numerusform>
        </translation>
    </message>
    <message>
        <source>It chose one field by your rules.</source>
        <translation>Er wählte ein Feld nach Ihren Regeln.</translation>
    </message>
    <message numerus="yes">
        <source>It chose {n} fields by your rules.</source>
        <translation>
            <numerusform>Er wählte {n} Feld nach Ihren Regeln.</numerusform>
            <numerusform>Er wählte {n} Felder nach Ihren Regeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Is running</source>
        <translation>Läuft noch</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Undo what this sync of {bank} decided?</source>
        <translation>Rückgängig machen, was dieser Abgleich von {bank} entschieden hat?</translation>
    </message>
    <message numerus="yes">
        <source>{n} changed</source>
        <translation>
            <numerusform>{n} geändert</numerusform>
            <numerusform>{n} geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} removed</source>
        <translation>
            <numerusform>{n} entfernt</numerusform>
            <numerusform>{n} entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>BudgetSync is open already</source>
        <translation>BudgetSync ist bereits geöffnet</translation>
    </message>
    <message>
        <source>Another BudgetSync has this data folder open and does not answer.</source>
        <translation>Ein anderes BudgetSync hat diesen Datenordner geöffnet und antwortet nicht.</translation>
    </message>
    <message>
        <source>End it, or wait until it has finished, then start BudgetSync again.</source>
        <translation>Beenden Sie es oder warten Sie, bis es fertig ist, und starten Sie BudgetSync dann erneut.</translation>
    </message>
    <message>
        <source>BudgetSync cannot open</source>
        <translation>BudgetSync kann nicht öffnen</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>{n}bn</source>
        <translation>{n} Mrd.</translation>
    </message>
    <message>
        <source>{n}M</source>
        <translation>{n} Mio.</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>owed</source>
        <translation>geschuldet</translation>
    </message>
    <message>
        <source>balance not told</source>
        <translation>Saldo nicht mitgeteilt</translation>
    </message>
    <message>
        <source>in your favour</source>
        <translation>zu Ihren Gunsten</translation>
    </message>
    <message>
        <source>{amount} available</source>
        <translation>{amount} verfügbar</translation>
    </message>
    <message>
        <source>{limit} limit</source>
        <translation>{limit} Limit</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>The program met an error that it did not expect.</source>
        <translation>Das Programm stieß auf einen Fehler, den es nicht erwartet hat.</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>A tag is missing here</source>
        <translation>Hier fehlt ein Schlagwort</translation>
    </message>
    <message>
        <source>About {n} min; can be stopped and undone</source>
        <translation>Etwa {n} min; lässt sich anhalten und rückgängig machen</translation>
    </message>
    <message>
        <source>1 selected</source>
        <translation>1 ausgewählt</translation>
    </message>
    <message>
        <source>This is no day: type it as 2026-01-31</source>
        <translation>Das ist kein Datum: Tippen Sie es wie 2026-01-31</translation>
    </message>
    <message>
        <source>Selected transactions</source>
        <translation>Ausgewählte Umsätze</translation>
    </message>
    <message>
        <source>&amp;Selected transactions</source>
        <translation>Aus&amp;gewählte Umsätze</translation>
    </message>
    <message>
        <source>&amp;Hide from sums</source>
        <translation>Aus Summen aus&amp;blenden</translation>
    </message>
    <message>
        <source>&amp;Show in sums</source>
        <translation>In Summen &amp;zeigen</translation>
    </message>
    <message>
        <source>Mark as re&amp;viewed</source>
        <translation>Als &amp;geprüft markieren</translation>
    </message>
    <message>
        <source>Mark as not revie&amp;wed</source>
        <translation>Als &amp;ungeprüft markieren</translation>
    </message>
    <message>
        <source>&amp;Merge into one</source>
        <translation>Zusammenfüh&amp;ren</translation>
    </message>
    <message>
        <source>Pair as trans&amp;fer</source>
        <translation>Als Umbu&amp;chung verbinden</translation>
    </message>
    <message>
        <source>Copy as te&amp;xt</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>E&amp;xportieren...</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change the selected transactions</source>
        <translation>Die ausgewählten Umsätze ändern</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Set for all selected transactions</source>
        <translation>Für alle ausgewählten Umsätze setzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation>
            <numerusform>{n} ausgewählt</numerusform>
            <numerusform>{n} ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>{field} of the selected transactions</source>
        <translation>{field} der ausgewählten Umsätze</translation>
    </message>
    <message>
        <source>Empty: as the bank has it</source>
        <translation>Leer: wie die Bank es hat</translation>
    </message>
    <message>
        <source>Several with commas between them</source>
        <translation>Mehrere mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Empty: no note</source>
        <translation>Leer: keine Notiz</translation>
    </message>
    <message>
        <source>Set &amp;category...</source>
        <translation>&amp;Kategorie...</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Set &amp;payee...</source>
        <translation>&amp;Empfänger...</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Set &amp;note...</source>
        <translation>&amp;Notiz...</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Add &amp;tags...</source>
        <translation>Sc&amp;hlagwörter dazu...</translation>
    </message>
    <message>
        <source>Tags to add</source>
        <translation>Schlagwörter zum Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove tags...</source>
        <translation>Schlagwörter ent&amp;fernen...</translation>
    </message>
    <message>
        <source>Tags to remove</source>
        <translation>Schlagwörter zum Entfernen</translation>
    </message>
    <message>
        <source>Set &amp;date...</source>
        <translation>&amp;Datum...</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Pause until &amp;tomorrow</source>
        <translation>Bis &amp;morgen anhalten</translation>
    </message>
    <message>
        <source>Re&amp;move the connection...</source>
        <translation>Verbindung &amp;entfernen...</translation>
    </message>
    <message>
        <source>&amp;Delete its history...</source>
        <translation>&amp;Verlauf löschen...</translation>
    </message>
    <message>
        <source>Pause for an &amp;hour</source>
        <translation>Eine &amp;Stunde anhalten</translation>
    </message>
    <message>
        <source>Pause until &amp;you resume</source>
        <translation>Anhalten, bis &amp;Sie fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Import a statement...</source>
        <translation>Auszug &amp;importieren...</translation>
    </message>
    <message>
        <source>Ask the &amp;bank to refresh...</source>
        <translation>Die &amp;Bank um Neues bitten...</translation>
    </message>
    <message>
        <source>&amp;Sign in again...</source>
        <translation>&amp;Neu anmelden...</translation>
    </message>
    <message>
        <source>&amp;Connect the bank again...</source>
        <translation>&amp;Bank erneut verbinden...</translation>
    </message>
    <message>
        <source>More for {bank}</source>
        <translation>Mehr zu {bank}</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Last sync: {counts}</source>
        <translation>Letzter Abgleich: {counts}</translation>
    </message>
    <message>
        <source>Last sync: nothing new</source>
        <translation>Letzter Abgleich: nichts Neues</translation>
    </message>
    <message>
        <source>Today: {counts}</source>
        <translation>Heute: {counts}</translation>
    </message>
    <message>
        <source>Today: nothing new</source>
        <translation>Heute: nichts Neues</translation>
    </message>
    <message>
        <source>Nothing new today</source>
        <translation>Heute nichts Neues</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Not over yet</source>
        <translation>Noch nicht vorbei</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} zeigen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing that scales (*.svg)</source>
        <translation>Skalierbare Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the figures as a table</source>
        <translation>Zahlen als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern...</translation>
    </message>
    <message>
        <source>Save as a picture (PNG) or a drawing (SVG)</source>
        <translation>Als Bild (PNG) oder Zeichnung (SVG) speichern</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Wird summiert</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Show as table: {title}</source>
        <translation>Als Tabelle zeigen: {title}</translation>
    </message>
    <message>
        <source>{name} could not be saved: {reason}</source>
        <translation>{name} konnte nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>Save as a picture: {title}</source>
        <translation>Als Bild speichern: {title}</translation>
    </message>
    <message>
        <source>Table: {title}</source>
        <translation>Tabelle: {title}</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Gespeichert als {name}</translation>
    </message>
    <message>
        <source>{sign}{n}%</source>
        <translation>{sign}{n} %</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n}-mal</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>The two rows</source>
        <translation>Die beiden Umsätze</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>1 day apart</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Abgegangen</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweiter</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Anders</translation>
    </message>
    <message numerus="yes">
        <source>{n} days apart</source>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>A page opens in your browser, on which you sign in at your bank. Nothing that was fetched is lost, and what you changed stays as it is.</source>
        <translation>In Ihrem Browser öffnet sich eine Seite, auf der Sie sich bei Ihrer Bank anmelden. Nichts, was schon abgerufen wurde, geht verloren, und was Sie geändert haben, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>2 years, the most there is</source>
        <translation>2 Jahre, mehr gibt es nicht</translation>
    </message>
    <message>
        <source>A page of the demo bank opens in your browser. You choose a bank and sign in there, as at a real one.</source>
        <translation>In Ihrem Browser öffnet sich eine Seite der Demobank. Dort wählen Sie eine Bank und melden sich an, wie bei einer echten.</translation>
    </message>
    <message>
        <source>A page of Plaid opens in your browser. You choose your bank and sign in there; your password never comes to BudgetSync.</source>
        <translation>In Ihrem Browser öffnet sich eine Seite von Plaid. Dort wählen Sie Ihre Bank und melden sich an; Ihr Passwort kommt nie zu BudgetSync.</translation>
    </message>
    <message>
        <source>Connect a bank</source>
        <translation>Eine Bank verbinden</translation>
    </message>
    <message>
        <source>Country of the bank</source>
        <translation>Land der Bank</translation>
    </message>
    <message>
        <source>&amp;Country of the bank</source>
        <translation>&amp;Land der Bank</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not connect a bank</source>
        <translation>Keine Bank verbinden</translation>
    </message>
    <message>
        <source>Choose the accounts anew, too</source>
        <translation>Auch die Konten neu wählen</translation>
    </message>
    <message>
        <source>Do not sign in now</source>
        <translation>Jetzt nicht anmelden</translation>
    </message>
    <message>
        <source>How much history</source>
        <translation>Wie viel Vergangenheit</translation>
    </message>
    <message>
        <source>This is asked for once. More cannot be fetched later, only by connecting the bank anew.</source>
        <translation>Danach wird nur einmal gefragt. Mehr lässt sich später nicht abrufen, nur durch erneutes Verbinden der Bank.</translation>
    </message>
    <message>
        <source>Continue in the browser</source>
        <translation>Im Browser fortfahren</translation>
    </message>
    <message>
        <source>Use SimpleFIN</source>
        <translation>SimpleFIN verwenden</translation>
    </message>
    <message>
        <source>Connect by a setup token of a SimpleFIN server</source>
        <translation>Mit dem Einrichtungstoken eines SimpleFIN-Servers verbinden</translation>
    </message>
    <message>
        <source>Sign in again at {bank}</source>
        <translation>Bei {bank} neu anmelden</translation>
    </message>
    <message>
        <source>Choose the accounts at {bank} anew, too</source>
        <translation>Auch die Konten bei {bank} neu wählen</translation>
    </message>
    <message>
        <source>History: {length}</source>
        <translation>Vergangenheit: {length}</translation>
    </message>
    <message>
        <source>Sign in again at {bank} in the browser</source>
        <translation>Im Browser bei {bank} neu anmelden</translation>
    </message>
    <message>
        <source>Open a new page</source>
        <translation>Neue Seite öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The bank</source>
        <translation>Die Bank</translation>
    </message>
    <message>
        <source>Its transactions are being fetched now. The overview shows how far that is.</source>
        <translation>Ihre Umsätze werden jetzt abgerufen. Die Übersicht zeigt, wie weit das ist.</translation>
    </message>
    <message>
        <source>What came in meanwhile is being fetched now.</source>
        <translation>Was inzwischen dazukam, wird jetzt abgerufen.</translation>
    </message>
    <message>
        <source>No bank was connected</source>
        <translation>Es wurde keine Bank verbunden</translation>
    </message>
    <message>
        <source>You left the page before the end</source>
        <translation>Sie haben die Seite vor dem Ende verlassen</translation>
    </message>
    <message>
        <source>The page has expired</source>
        <translation>Die Seite ist abgelaufen</translation>
    </message>
    <message>
        <source>Nothing was changed. A new page can be opened for half an hour again.</source>
        <translation>Nichts wurde geändert. Eine neue Seite lässt sich wieder eine halbe Stunde lang öffnen.</translation>
    </message>
    <message>
        <source>Nothing here is real. The user name is {user}, the password {password}.</source>
        <translation>Nichts hier ist echt. Der Benutzername ist {user}, das Passwort {password}.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{bank} is connected</source>
        <translation>{bank} ist verbunden</translation>
    </message>
    <message>
        <source>{bank} opens again</source>
        <translation>{bank} ist wieder zugänglich</translation>
    </message>
    <message>
        <source>{bank} was not signed in again</source>
        <translation>Bei {bank} wurde nicht neu angemeldet</translation>
    </message>
    <message>
        <source>A connection shows these accounts already. With a second one, each row would come twice.</source>
        <translation>Eine Verbindung zeigt diese Konten schon. Mit einer zweiten käme jeder Umsatz doppelt.</translation>
    </message>
    <message>
        <source>An account</source>
        <translation>Ein Konto</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>und {n} weiteres</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter other keys</source>
        <translation>Andere Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Connect another bank</source>
        <translation>Weitere Bank verbinden</translation>
    </message>
    <message>
        <source>Connected already: {bank}</source>
        <translation>Schon verbunden: {bank}</translation>
    </message>
    <message>
        <source>Nothing was connected so far.</source>
        <translation>Bisher wurde nichts verbunden.</translation>
    </message>
    <message>
        <source>Keep what is there</source>
        <translation>Behalten, was da ist</translation>
    </message>
    <message>
        <source>Sign in again there</source>
        <translation>Dort neu anmelden</translation>
    </message>
    <message>
        <source>Connect all the same</source>
        <translation>Trotzdem verbinden</translation>
    </message>
    <message>
        <source>Close: {title}</source>
        <translation>Schließen: {title}</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>Fertig: {title}</translation>
    </message>
    <message>
        <source>Keep the connection to {bank} that is there</source>
        <translation>Die vorhandene Verbindung zu {bank} behalten</translation>
    </message>
    <message>
        <source>Sign in again at the connection to {bank} that is there</source>
        <translation>Bei der vorhandenen Verbindung zu {bank} neu anmelden</translation>
    </message>
    <message>
        <source>Connect {bank} a second time</source>
        <translation>{bank} ein zweites Mal verbinden</translation>
    </message>
    <message>
        <source>Make a setup token at your SimpleFIN server and paste it here. It works once; the key that it gives goes to your keyring. The server is asked three times a day.</source>
        <translation>Erstellen Sie bei Ihrem SimpleFIN-Server ein Einrichtungstoken und fügen Sie es hier ein. Es gilt einmal; der Schlüssel, den es ergibt, kommt in Ihren Schlüsselbund. Der Server wird dreimal am Tag gefragt.</translation>
    </message>
    <message>
        <source>Connect by SimpleFIN</source>
        <translation>Mit SimpleFIN verbinden</translation>
    </message>
    <message>
        <source>Setup token</source>
        <translation>Einrichtungstoken</translation>
    </message>
    <message>
        <source>Setup &amp;token</source>
        <translation>Einrichtungs&amp;token</translation>
    </message>
    <message>
        <source>Asking the server.</source>
        <translation>Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Claim the setup token</source>
        <translation>Das Einrichtungstoken einlösen</translation>
    </message>
    <message>
        <source>Repair {bank}</source>
        <translation>{bank} reparieren</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Prüfen Sie das Netzwerk und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Warten Sie ein wenig und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Enter the keys anew.</source>
        <translation>Geben Sie die Schlüssel neu ein.</translation>
    </message>
    <message>
        <source>Asking for a page</source>
        <translation>Eine Seite wird angefragt</translation>
    </message>
    <message>
        <source>Asking for a page on which you sign in</source>
        <translation>Eine Seite zur Anmeldung wird angefragt</translation>
    </message>
    <message>
        <source>Stop asking for a page</source>
        <translation>Keine Seite mehr anfragen</translation>
    </message>
    <message>
        <source>Continue in your browser</source>
        <translation>Fahren Sie in Ihrem Browser fort</translation>
    </message>
    <message>
        <source>Waiting for you to finish in the browser</source>
        <translation>Warten, bis Sie im Browser fertig sind</translation>
    </message>
    <message>
        <source>{message} BudgetSync goes on waiting; what you do on the page is not lost.</source>
        <translation>{message} BudgetSync wartet weiter; was Sie auf der Seite tun, ist nicht verloren.</translation>
    </message>
    <message>
        <source>Choose your bank on the page that has opened, and sign in there.</source>
        <translation>Wählen Sie auf der Seite, die sich geöffnet hat, Ihre Bank und melden Sie sich dort an.</translation>
    </message>
    <message>
        <source>Come back here when the page says that it is done.</source>
        <translation>Kommen Sie hierher zurück, wenn die Seite sagt, dass alles getan ist.</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Adresse der Seite</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy the address of the page</source>
        <translation>Adresse der Seite kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The page can no longer be opened. What you have begun there still counts.</source>
        <translation>Die Seite lässt sich nicht mehr öffnen. Was Sie dort begonnen haben, gilt weiter.</translation>
    </message>
    <message>
        <source>The browser opens in a moment.</source>
        <translation>Der Browser öffnet sich gleich.</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Seite noch einmal öffnen</translation>
    </message>
    <message>
        <source>Open the page again in the browser</source>
        <translation>Seite noch einmal im Browser öffnen</translation>
    </message>
    <message>
        <source>Stop waiting for the browser</source>
        <translation>Nicht mehr auf den Browser warten</translation>
    </message>
    <message>
        <source>The browser did not open. Copy the address below and open it yourself.</source>
        <translation>Der Browser hat sich nicht geöffnet. Kopieren Sie die Adresse unten und öffnen Sie sie selbst.</translation>
    </message>
    <message>
        <source>The key of this connection is gone, so the bank is connected anew. History and everything you changed are carried over.</source>
        <translation>Der Schlüssel dieser Verbindung fehlt, deshalb wird die Bank neu verbunden. Der Verlauf und alles, was Sie geändert haben, wird übernommen.</translation>
    </message>
    <message>
        <source>Give the address to nobody: whoever has it can go on in your place.</source>
        <translation>Geben Sie die Adresse niemandem: Wer sie hat, kann an Ihrer Stelle weitermachen.</translation>
    </message>
    <message>
        <source>The page can be opened for one more minute.</source>
        <translation>Die Seite lässt sich noch eine Minute lang öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>The page can be opened for {n} more minutes.</source>
        <translation>
            <numerusform>Die Seite lässt sich noch {n} Minute lang öffnen.</numerusform>
            <numerusform>Die Seite lässt sich noch {n} Minuten lang öffnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The page is open. Waiting for you to finish.</source>
        <translation>Die Seite ist offen. Warten, bis Sie fertig sind.</translation>
    </message>
    <message>
        <source>Waiting for you to open the page.</source>
        <translation>Warten, bis Sie die Seite öffnen.</translation>
    </message>
    <message>
        <source>Sign in at {bank} on the page that has opened.</source>
        <translation>Melden Sie sich auf der Seite, die sich geöffnet hat, bei {bank} an.</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Asks {bank} for news of all its accounts</source>
        <translation>Fragt {bank} nach Neuem zu allen Konten</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Refresh at the bank, pause, sign in, remove</source>
        <translation>Bei der Bank aktualisieren, anhalten, anmelden, entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops this sync; nothing half-done is kept</source>
        <translation>Hält diesen Abgleich an; nichts Halbes wird behalten</translation>
    </message>
    <message>
        <source>Sync now: {bank}</source>
        <translation>Jetzt abgleichen: {bank}</translation>
    </message>
    <message>
        <source>More for {bank}</source>
        <translation>Mehr zu {bank}</translation>
    </message>
    <message>
        <source>Cancel the sync: {bank}</source>
        <translation>Abgleich abbrechen: {bank}</translation>
    </message>
    <message>
        <source>Progress: {bank}</source>
        <translation>Fortschritt: {bank}</translation>
    </message>
    <message>
        <source>Contacted {when}</source>
        <translation>Kontakt {when}</translation>
    </message>
    <message>
        <source>The bank&apos;s service last answered on {when}</source>
        <translation>Der Dienst der Bank hat zuletzt geantwortet: {when}</translation>
    </message>
    <message>
        <source>Last import {when}</source>
        <translation>Letzter Import {when}</translation>
    </message>
    <message>
        <source>A statement file was last imported on {when}</source>
        <translation>Zuletzt wurde {when} ein Auszug importiert</translation>
    </message>
    <message>
        <source>Bank&apos;s data as of {when}</source>
        <translation>Daten der Bank, Stand {when}</translation>
    </message>
    <message>
        <source>The bank itself last gave news on {when}</source>
        <translation>Die Bank selbst hat zuletzt Neues gemeldet: {when}</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>The bank&apos;s consent ends on {day}: sign in again before that.</source>
        <translation>Die Zustimmung bei der Bank endet am {day}: Melden Sie sich vorher neu an.</translation>
    </message>
    <message>
        <source>The bank ends this connection on {day}: sign in again before that.</source>
        <translation>Die Bank beendet diese Verbindung am {day}: Melden Sie sich vorher neu an.</translation>
    </message>
    <message>
        <source>Not contacted yet</source>
        <translation>Noch kein Kontakt</translation>
    </message>
    <message>
        <source>You enter these transactions yourself</source>
        <translation>Diese Umsätze geben Sie selbst ein</translation>
    </message>
    <message>
        <source>No file was imported yet</source>
        <translation>Noch keine Datei wurde importiert</translation>
    </message>
</context>
<context>
    <name>Country</name>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgien</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Dänemark</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estland</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finnland</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Litauen</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Lettland</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norwegen</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 row</source>
        <translation>1 Umsatz</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} Umsatz</numerusform>
            <numerusform>{n} Umsätze</numerusform>
        </translation>
    </message>
    <message>
        <source>{added} added, {modified} modified, {removed} removed</source>
        <translation>{added} neu, {modified} geändert, {removed} entfernt</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo bank</source>
        <translation>Demobank</translation>
    </message>
    <message>
        <source>Invented people and money on this computer. Nothing here is real.</source>
        <translation>Erfundene Personen und erfundenes Geld auf diesem Rechner. Nichts hier ist echt.</translation>
    </message>
    <message>
        <source>Let a day pass</source>
        <translation>Einen Tag vergehen lassen</translation>
    </message>
    <message>
        <source>Let a day pass at the demo bank</source>
        <translation>Bei der Demobank einen Tag vergehen lassen</translation>
    </message>
    <message>
        <source>The demo bank moves on by one day, and tells of what is new</source>
        <translation>Die Demobank rückt um einen Tag vor und meldet, was neu ist</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>“{text}” is no day. Write it like {day}.</source>
        <translation>„{text}“ ist kein Datum. Schreiben Sie es wie {day}.</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Use the bank&apos;s name</source>
        <translation>Namen der Bank verwenden</translation>
    </message>
    <message>
        <source>Use the bank&apos;s name for the payee</source>
        <translation>Als Empfänger den Namen der Bank verwenden</translation>
    </message>
    <message>
        <source>Use the bank&apos;s day</source>
        <translation>Tag der Bank verwenden</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <source>The bank says {day}</source>
        <translation>Die Bank sagt: {day}</translation>
    </message>
    <message>
        <source>Booked {day}</source>
        <translation>Gebucht: {day}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>The bank&apos;s text: {text}</source>
        <translation>Text der Bank: {text}</translation>
    </message>
    <message>
        <source>History of the row</source>
        <translation>Verlauf des Umsatzes</translation>
    </message>
    <message>
        <source>Show this sync</source>
        <translation>Diesen Abgleich zeigen</translation>
    </message>
    <message>
        <source>Show this sync under Activity</source>
        <translation>Diesen Abgleich unter Aktivität zeigen</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Dies rückgängig machen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Parts of the details</source>
        <translation>Teile der Einzelheiten</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>Kein Umsatz ist gewählt</translation>
    </message>
    <message>
        <source>Choose one to see where it comes from, and to change it.</source>
        <translation>Wählen Sie einen, um zu sehen, woher er kommt, und um ihn zu ändern.</translation>
    </message>
    <message>
        <source>Take the bank&apos;s</source>
        <translation>Das der Bank nehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>The bank took this row back after you had edited it. It is still in sight, and in no total.</source>
        <translation>Die Bank hat diesen Umsatz zurückgenommen, nachdem Sie ihn bearbeitet hatten. Er ist noch zu sehen und in keiner Summe.</translation>
    </message>
    <message>
        <source>This row counts no more: the bank took it back.</source>
        <translation>Dieser Umsatz zählt nicht mehr: Die Bank hat ihn zurückgenommen.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>Der Umsatz</translation>
    </message>
    <message>
        <source>The bank, by Plaid</source>
        <translation>Die Bank, über Plaid</translation>
    </message>
    <message>
        <source>The bank, by SimpleFIN</source>
        <translation>Die Bank, über SimpleFIN</translation>
    </message>
    <message>
        <source>Typed in by you</source>
        <translation>Von Ihnen eingetragen</translation>
    </message>
    <message>
        <source>Sources of the row</source>
        <translation>Quellen des Umsatzes</translation>
    </message>
    <message>
        <source>Take them apart</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Take the newest of the joined rows apart again</source>
        <translation>Den neuesten der verbundenen Umsätze wieder abtrennen</translation>
    </message>
    <message>
        <source>Raw data</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Show or hide the raw data</source>
        <translation>Rohdaten zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the raw data</source>
        <translation>Rohdaten kopieren</translation>
    </message>
    <message>
        <source>Show the sync</source>
        <translation>Abgleich zeigen</translation>
    </message>
    <message>
        <source>Show the sync that brought it under Activity</source>
        <translation>Den Abgleich, der ihn brachte, unter Aktivität zeigen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Getätigt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>First told</source>
        <translation>Zuerst gemeldet</translation>
    </message>
    <message>
        <source>This row has become part of another one.</source>
        <translation>Dieser Umsatz ist Teil eines anderen geworden.</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Take the tag {tag} off</source>
        <translation>Das Schlagwort {tag} entfernen</translation>
    </message>
    <message>
        <source>Show the other half</source>
        <translation>Andere Hälfte zeigen</translation>
    </message>
    <message>
        <source>Show the other half of the transfer</source>
        <translation>Die andere Hälfte der Umbuchung zeigen</translation>
    </message>
    <message>
        <source>It is no transfer</source>
        <translation>Es ist keine Umbuchung</translation>
    </message>
    <message>
        <source>Take the transfer apart</source>
        <translation>Umbuchung auflösen</translation>
    </message>
    <message>
        <source>Transfer to {account}: {amount}, {day}</source>
        <translation>Umbuchung auf {account}: {amount}, {day}</translation>
    </message>
    <message>
        <source>Transfer from {account}: {amount}, {day}</source>
        <translation>Umbuchung von {account}: {amount}, {day}</translation>
    </message>
    <message>
        <source>Half of a transfer between your own accounts.</source>
        <translation>Hälfte einer Umbuchung zwischen Ihren eigenen Konten.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Sync of {bank} ({trigger})</source>
        <translation>Abgleich von {bank} ({trigger})</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Leave out of sums</source>
        <translation>Aus Summen auslassen</translation>
    </message>
    <message>
        <source>Balances count it all the same</source>
        <translation>Salden zählen ihn trotzdem</translation>
    </message>
    <message>
        <source>Use the bank&apos;s category</source>
        <translation>Kategorie der Bank verwenden</translation>
    </message>
    <message>
        <source>Merge with another row</source>
        <translation>Mit anderem Umsatz zusammenführen</translation>
    </message>
    <message>
        <source>Merge with another row of the account</source>
        <translation>Mit einem anderen Umsatz des Kontos zusammenführen</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Make one row of the two</source>
        <translation>Aus den beiden einen Umsatz machen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the rows as they are</source>
        <translation>Die Umsätze lassen, wie sie sind</translation>
    </message>
    <message>
        <source>No row of this account is near in amount and date.</source>
        <translation>Kein Umsatz dieses Kontos ist nach Betrag und Datum nah.</translation>
    </message>
    <message>
        <source>Which row is the same purchase?</source>
        <translation>Welcher Umsatz ist derselbe Kauf?</translation>
    </message>
    <message>
        <source>It may be one purchase with {payee}, {amount}, {day}.</source>
        <translation>Vielleicht ist es ein Kauf zusammen mit {payee}, {amount}, {day}.</translation>
    </message>
    <message>
        <source>It may be a transfer with {payee}, {amount}, {day}.</source>
        <translation>Vielleicht ist es eine Umbuchung mit {payee}, {amount}, {day}.</translation>
    </message>
    <message>
        <source>{field}: the bank now says {said}. Yours: {own}</source>
        <translation>{field}: Die Bank sagt jetzt {said}. Ihres: {own}</translation>
    </message>
    <message>
        <source>Several rows</source>
        <translation>Mehrere Umsätze</translation>
    </message>
    <message>
        <source>What they have in common is changed at the foot of the table.</source>
        <translation>Was sie gemeinsam haben, wird am Fuß der Tabelle geändert.</translation>
    </message>
    <message>
        <source>Make them a transfer</source>
        <translation>Umbuchung daraus machen</translation>
    </message>
    <message>
        <source>Make a transfer of the two rows</source>
        <translation>Aus den beiden Umsätzen eine Umbuchung machen</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} Umsatz</numerusform>
            <numerusform>{n} Umsätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The raw data was copied</source>
        <translation>Die Rohdaten wurden kopiert</translation>
    </message>
    <message>
        <source>Remove part {n}</source>
        <translation>Teil {n} entfernen</translation>
    </message>
    <message>
        <source>Amount of part {n}</source>
        <translation>Betrag von Teil {n}</translation>
    </message>
    <message>
        <source>Category of part {n}</source>
        <translation>Kategorie von Teil {n}</translation>
    </message>
    <message>
        <source>Note on part {n}</source>
        <translation>Notiz zu Teil {n}</translation>
    </message>
    <message>
        <source>One part again</source>
        <translation>Wieder ein Teil</translation>
    </message>
    <message>
        <source>Take the split back: the row is one part again</source>
        <translation>Aufteilung zurücknehmen: Der Umsatz ist wieder ein Teil</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>Add a part to the split</source>
        <translation>Der Aufteilung einen Teil hinzufügen</translation>
    </message>
    <message>
        <source>Save the split</source>
        <translation>Aufteilung speichern</translation>
    </message>
    <message>
        <source>Leave the parts as they were</source>
        <translation>Die Teile lassen, wie sie waren</translation>
    </message>
    <message>
        <source>Change the split</source>
        <translation>Aufteilung ändern</translation>
    </message>
    <message>
        <source>Split it</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>Split of the row</source>
        <translation>Aufteilung des Umsatzes</translation>
    </message>
    <message>
        <source>An amount cannot be read</source>
        <translation>Ein Betrag ist nicht lesbar</translation>
    </message>
    <message>
        <source>Adds up</source>
        <translation>Geht auf</translation>
    </message>
    <message>
        <source>A part has no amount</source>
        <translation>Ein Teil hat keinen Betrag</translation>
    </message>
    <message>
        <source>Left over: {amount}</source>
        <translation>Übrig: {amount}</translation>
    </message>
    <message>
        <source>Left out of sums</source>
        <translation>Aus Summen ausgelassen</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Booked on</source>
        <translation>Gebucht am</translation>
    </message>
    <message>
        <source>Name from the bank</source>
        <translation>Name von der Bank</translation>
    </message>
    <message>
        <source>Text from the bank</source>
        <translation>Text von der Bank</translation>
    </message>
    <message>
        <source>Category from the bank</source>
        <translation>Kategorie von der Bank</translation>
    </message>
    <message>
        <source>Taken back by the bank</source>
        <translation>Von der Bank zurückgenommen</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Umbuchung</translation>
    </message>
    <message>
        <source>The bank&apos;s row</source>
        <translation>Der Umsatz der Bank</translation>
    </message>
    <message>
        <source>Removal that waits for you</source>
        <translation>Rücknahme, die auf Sie wartet</translation>
    </message>
    <message>
        <source>Suggested match</source>
        <translation>Vorgeschlagene Zuordnung</translation>
    </message>
    <message>
        <source>Came into the ledger</source>
        <translation>Kam ins Kontobuch</translation>
    </message>
    <message>
        <source>Joined with another row of the bank</source>
        <translation>Mit einem anderen Umsatz der Bank verbunden</translation>
    </message>
    <message>
        <source>asked for by you</source>
        <translation>von Ihnen verlangt</translation>
    </message>
    <message>
        <source>the bank had news</source>
        <translation>die Bank hatte Neues</translation>
    </message>
    <message>
        <source>the connection was back</source>
        <translation>die Verbindung war wieder da</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>erneut versucht</translation>
    </message>
    <message>
        <source>by the clock</source>
        <translation>nach der Uhr</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>beim Start</translation>
    </message>
    <message>
        <source>brought by you</source>
        <translation>von Ihnen gebracht</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>durch eine Regel</translation>
    </message>
    <message>
        <source>as a transfer</source>
        <translation>als Umbuchung</translation>
    </message>
    <message>
        <source>as on earlier rows</source>
        <translation>wie bei früheren Umsätzen</translation>
    </message>
    <message>
        <source>from the bank</source>
        <translation>von der Bank</translation>
    </message>
    <message>
        <source>by a model</source>
        <translation>durch ein Modell</translation>
    </message>
    <message>
        <source>The bank says that it is the same purchase, now booked.</source>
        <translation>Die Bank sagt, dass es derselbe Kauf ist, jetzt gebucht.</translation>
    </message>
    <message>
        <source>A pending row of this amount was gone when this one came.</source>
        <translation>Ein vorgemerkter Umsatz über diesen Betrag war weg, als dieser kam.</translation>
    </message>
    <message>
        <source>The pending row was gone when this one came with another amount, such as a tip.</source>
        <translation>Der vorgemerkte Umsatz war weg, als dieser mit einem anderen Betrag kam, etwa mit Trinkgeld.</translation>
    </message>
    <message>
        <source>The bank took it back and told it again.</source>
        <translation>Die Bank hat ihn zurückgenommen und noch einmal gemeldet.</translation>
    </message>
    <message>
        <source>The bank was connected anew and told it again.</source>
        <translation>Die Bank wurde neu verbunden und hat ihn noch einmal gemeldet.</translation>
    </message>
    <message>
        <source>Another source had told of it before.</source>
        <translation>Eine andere Quelle hatte ihn schon gemeldet.</translation>
    </message>
    <message>
        <source>You said that the two are one.</source>
        <translation>Sie haben gesagt, dass die beiden eins sind.</translation>
    </message>
    <message>
        <source>The row began with it.</source>
        <translation>Der Umsatz begann damit.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>settled otherwise</source>
        <translation>anders erledigt</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>turned down</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>{field}, as the bank says</source>
        <translation>{field}, wie die Bank sagt</translation>
    </message>
    <message>
        <source>Sync {number}</source>
        <translation>Abgleich {number}</translation>
    </message>
    <message>
        <source>with row {number}</source>
        <translation>mit Umsatz {number}</translation>
    </message>
</context>
<context>
    <name>Drift</name>
    <message>
        <source>A removal of this account waits for your decision. The bank&apos;s balance is without that row already.</source>
        <translation>Eine Rücknahme bei diesem Konto wartet auf Ihre Entscheidung. Der Saldo der Bank enthält diesen Umsatz schon nicht mehr.</translation>
    </message>
    <message numerus="yes">
        <source>{n} removals of this account wait for your decision. The bank&apos;s balance is without them already.</source>
        <translation>
            <numerusform>{n} Rücknahmen bei diesem Konto warten auf Ihre Entscheidung. Der Saldo der Bank enthält diese Umsätze schon nicht mehr.</numerusform>
            <numerusform>{n} Rücknahmen bei diesem Konto warten auf Ihre Entscheidung. Der Saldo der Bank enthält diese Umsätze schon nicht mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row of this connection could not be read. It is kept aside and in no sum here.</source>
        <translation>Ein Umsatz dieser Verbindung war nicht lesbar. Er liegt beiseite und steht hier in keiner Summe.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of this connection could not be read. They are kept aside and in no sum here.</source>
        <translation>
            <numerusform>{n} Umsätze dieser Verbindung waren nicht lesbar. Sie liegen beiseite und stehen hier in keiner Summe.</numerusform>
            <numerusform>{n} Umsätze dieser Verbindung waren nicht lesbar. Sie liegen beiseite und stehen hier in keiner Summe.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row counts here that the bank took back: you restored it.</source>
        <translation>Hier zählt ein Umsatz, den die Bank zurückgenommen hat: Sie haben ihn wiederhergestellt.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows count here that the bank took back: you restored them.</source>
        <translation>
            <numerusform>Hier zählen {n} Umsätze, die die Bank zurückgenommen hat: Sie haben sie wiederhergestellt.</numerusform>
            <numerusform>Hier zählen {n} Umsätze, die die Bank zurückgenommen hat: Sie haben sie wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is exactly what pending transactions make out. It may go away when they are booked.</source>
        <translation>Es ist genau die Summe vorgemerkter Umsätze. Vielleicht erledigt es sich, wenn sie gebucht werden.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of exactly this amount are alike. One of them may be doubled.</source>
        <translation>
            <numerusform>{n} Umsätze über genau diesen Betrag sind gleich. Einer davon ist vielleicht doppelt.</numerusform>
            <numerusform>{n} Umsätze über genau diesen Betrag sind gleich. Einer davon ist vielleicht doppelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row of exactly this amount is here. The bank may not have counted it.</source>
        <translation>Ein Umsatz über genau diesen Betrag ist hier. Vielleicht hat die Bank ihn nicht gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of exactly this amount are here. The bank may not have counted one of them.</source>
        <translation>
            <numerusform>{n} Umsätze über genau diesen Betrag sind hier. Vielleicht hat die Bank einen davon nicht gezählt.</numerusform>
            <numerusform>{n} Umsätze über genau diesen Betrag sind hier. Vielleicht hat die Bank einen davon nicht gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bank took back a row of exactly this amount. Its balance may still have it.</source>
        <translation>Die Bank hat einen Umsatz über genau diesen Betrag zurückgenommen. Vielleicht enthält ihr Saldo ihn noch.</translation>
    </message>
    <message numerus="yes">
        <source>The bank took back {n} rows of exactly this amount. Its balance may still have one of them.</source>
        <translation>
            <numerusform>Die Bank hat {n} Umsätze über genau diesen Betrag zurückgenommen. Vielleicht enthält ihr Saldo einen davon noch.</numerusform>
            <numerusform>Die Bank hat {n} Umsätze über genau diesen Betrag zurückgenommen. Vielleicht enthält ihr Saldo einen davon noch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Connect your first bank</source>
        <translation>Verbinden Sie Ihre erste Bank</translation>
    </message>
    <message>
        <source>You sign in on a page in your own browser. Accounts, balances and transactions are then kept current here.</source>
        <translation>Sie melden sich auf einer Seite in Ihrem eigenen Browser an. Konten, Salden und Umsätze werden dann hier aktuell gehalten.</translation>
    </message>
    <message>
        <source>Connect a bank</source>
        <translation>Eine Bank verbinden</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A backup from before still has it: see `budgetsync backups`.</source>
        <translation>Eine frühere Sicherung enthält es noch: siehe `budgetsync backups`.</translation>
    </message>
    <message>
        <source>A check of the file found: {finding}. Nothing was changed in it.</source>
        <translation>Eine Prüfung der Datei fand: {finding}. Nichts wurde darin geändert.</translation>
    </message>
    <message>
        <source>A clock that runs faster is for the demo bank on this computer only.</source>
        <translation>Eine schnellere Uhr gibt es nur für die Demobank auf diesem Rechner.</translation>
    </message>
    <message>
        <source>A file or its folder cannot be read or written{name}.</source>
        <translation>Eine Datei oder ihr Ordner ist nicht lesbar oder beschreibbar{name}.</translation>
    </message>
    <message>
        <source>A folder stands where the database should be.</source>
        <translation>Wo die Datenbank sein sollte, steht ein Ordner.</translation>
    </message>
    <message>
        <source>A line of it has no end.</source>
        <translation>Eine ihrer Zeilen hat kein Ende.</translation>
    </message>
    <message>
        <source>A name is missing here.</source>
        <translation>Hier fehlt ein Name.</translation>
    </message>
    <message>
        <source>A number is missing here.</source>
        <translation>Hier fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>A provider&apos;s raw row cannot be unpacked, so that no whole archive can be made.</source>
        <translation>Ein Rohdatensatz eines Anbieters lässt sich nicht entpacken, deshalb lässt sich kein vollständiges Archiv machen.</translation>
    </message>
    <message>
        <source>A provider&apos;s raw rows cannot be unpacked, so that nothing can be deleted among them.</source>
        <translation>Rohdatensätze eines Anbieters lassen sich nicht entpacken, deshalb lässt sich darin nichts löschen.</translation>
    </message>
    <message>
        <source>A restore of this ledger is under way, or was interrupted.</source>
        <translation>Eine Wiederherstellung dieses Kontobuchs läuft oder wurde unterbrochen.</translation>
    </message>
    <message>
        <source>A row cannot be merged with itself.</source>
        <translation>Ein Umsatz lässt sich nicht mit sich selbst zusammenführen.</translation>
    </message>
    <message>
        <source>A row could not be read</source>
        <translation>Ein Umsatz war nicht lesbar</translation>
    </message>
    <message>
        <source>A sealed file for secrets needs a passphrase.</source>
        <translation>Eine versiegelte Datei für Geheimnisse braucht eine Passphrase.</translation>
    </message>
    <message>
        <source>A setting cannot be used</source>
        <translation>Eine Einstellung ist nicht verwendbar</translation>
    </message>
    <message>
        <source>A statement does not name its currency.</source>
        <translation>Ein Auszug nennt seine Währung nicht.</translation>
    </message>
    <message>
        <source>A statement is in {currency}, a currency that is not known, or not in use any more.</source>
        <translation>Ein Auszug ist in {currency}, einer Währung, die nicht bekannt oder nicht mehr in Gebrauch ist.</translation>
    </message>
    <message>
        <source>A webhook could not be checked</source>
        <translation>Ein Webhook konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>A webhook was turned away</source>
        <translation>Ein Webhook wurde abgewiesen</translation>
    </message>
    <message>
        <source>A webhook was turned away: {reason}.</source>
        <translation>Ein Webhook wurde abgewiesen: {reason}.</translation>
    </message>
    <message>
        <source>A year, month or day is missing here: 2026, 2026-01, 2026-01-31, today, 30d.</source>
        <translation>Hier fehlt ein Jahr, Monat oder Tag: 2026, 2026-01, 2026-01-31, today, 30d.</translation>
    </message>
    <message>
        <source>Accepting {listed}</source>
        <translation>Annahme: {listed}</translation>
    </message>
    <message>
        <source>Access to the accounts was not granted at the bank.</source>
        <translation>Bei der Bank wurde kein Zugang zu den Konten gewährt.</translation>
    </message>
    <message>
        <source>Access to this bank was revoked.</source>
        <translation>Der Zugang zu dieser Bank wurde widerrufen.</translation>
    </message>
    <message>
        <source>Actual Budget CSV</source>
        <translation>CSV für Actual Budget</translation>
    </message>
    <message>
        <source>Add --plaid-url http://127.0.0.1:PORT, or leave --clock-factor out.</source>
        <translation>Geben Sie --plaid-url http://127.0.0.1:PORT an oder lassen Sie --clock-factor weg.</translation>
    </message>
    <message>
        <source>Add credits to your Plaid account, then sync again.</source>
        <translation>Laden Sie Guthaben in Ihr Plaid-Konto und gleichen Sie dann erneut ab.</translation>
    </message>
    <message>
        <source>Add the line to the file, then import it again.</source>
        <translation>Fügen Sie die Zeile in die Datei ein und importieren Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>An account cannot be linked with itself.</source>
        <translation>Ein Konto lässt sich nicht mit sich selbst verknüpfen.</translation>
    </message>
    <message>
        <source>An unusable amount</source>
        <translation>Ein unbrauchbarer Betrag</translation>
    </message>
    <message>
        <source>Another backup is about to be restored; nothing was changed.</source>
        <translation>Eine andere Sicherung wird gleich wiederhergestellt; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another process put a backup in the ledger&apos;s place; this one still has the old file open.</source>
        <translation>Ein anderer Prozess hat eine Sicherung an die Stelle des Kontobuchs gesetzt; dieser hat noch die alte Datei offen.</translation>
    </message>
    <message>
        <source>Another program has the file open.</source>
        <translation>Ein anderes Programm hat die Datei geöffnet.</translation>
    </message>
    <message>
        <source>Another program has the ledger open; nothing was changed.</source>
        <translation>Ein anderes Programm hat das Kontobuch geöffnet; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another program holds a lock on the database.</source>
        <translation>Ein anderes Programm hat eine Sperre auf der Datenbank.</translation>
    </message>
    <message>
        <source>Ask for access in Plaid&apos;s dashboard, then sync again.</source>
        <translation>Beantragen Sie Zugang in Plaids Dashboard und gleichen Sie dann erneut ab.</translation>
    </message>
    <message>
        <source>Ask the bank for OFX, QIF, CSV, CAMT or MT940.</source>
        <translation>Bitten Sie die Bank um OFX, QIF, CSV, CAMT oder MT940.</translation>
    </message>
    <message>
        <source>Ask the bank for a shorter span of time.</source>
        <translation>Bitten Sie die Bank um einen kürzeren Zeitraum.</translation>
    </message>
    <message>
        <source>Ask whoever runs the relay for another invite.</source>
        <translation>Bitten Sie den Betreiber des Relays um eine andere Einladung.</translation>
    </message>
    <message>
        <source>Asking the bank itself may be charged by your Plaid plan, for each time. Sync now is not.</source>
        <translation>Die Bank selbst zu fragen, kann Ihr Plaid-Tarif jedes Mal berechnen. Jetzt abgleichen nicht.</translation>
    </message>
    <message>
        <source>BUDGETSYNC_VAULT is {vault}.</source>
        <translation>BUDGETSYNC_VAULT ist {vault}.</translation>
    </message>
    <message>
        <source>BUDGETSYNC_WEBHOOK_LISTEN is {text}.</source>
        <translation>BUDGETSYNC_WEBHOOK_LISTEN ist {text}.</translation>
    </message>
    <message>
        <source>Begin anew: show this computer&apos;s text, and copy it there.</source>
        <translation>Beginnen Sie neu: Zeigen Sie den Text dieses Rechners und kopieren Sie ihn dorthin.</translation>
    </message>
    <message>
        <source>Both rows are in one account.</source>
        <translation>Beide Umsätze sind auf einem Konto.</translation>
    </message>
    <message>
        <source>BudgetSync made a mistake ({name}); nothing of this run was written.</source>
        <translation>BudgetSync hat einen Fehler gemacht ({name}); von diesem Abgleich wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>BudgetSync made a mistake.</source>
        <translation>BudgetSync hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Change of {strip}</source>
        <translation>Änderung von {strip}</translation>
    </message>
    <message>
        <source>Change the parts so that they add up exactly.</source>
        <translation>Ändern Sie die Teile so, dass sie genau aufgehen.</translation>
    </message>
    <message>
        <source>Check PLAID_CLIENT_ID and PLAID_SECRET, and that PLAID_ENV is the one they are for.</source>
        <translation>Prüfen Sie PLAID_CLIENT_ID und PLAID_SECRET, und ob PLAID_ENV dazu passt.</translation>
    </message>
    <message>
        <source>Check PLAID_CLIENT_ID, PLAID_SECRET and PLAID_ENV, then sync again.</source>
        <translation>Prüfen Sie PLAID_CLIENT_ID, PLAID_SECRET und PLAID_ENV und gleichen Sie dann erneut ab.</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>Prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock and network; something may stand between you and Plaid.</source>
        <translation>Prüfen Sie Uhr und Netzwerk des Rechners; vielleicht steht etwas zwischen Ihnen und Plaid.</translation>
    </message>
    <message>
        <source>Check the id; banks of the sandbox are ins_109508, ins_109509 and ins_109510.</source>
        <translation>Prüfen Sie die Kennung; Banken der Sandbox sind ins_109508, ins_109509 und ins_109510.</translation>
    </message>
    <message>
        <source>Check the network; the next sync carries on where this one stopped.</source>
        <translation>Prüfen Sie das Netzwerk; der nächste Abgleich macht weiter, wo dieser aufgehört hat.</translation>
    </message>
    <message>
        <source>Check the place and your access to it, then try again.</source>
        <translation>Prüfen Sie den Ort und Ihren Zugriff darauf und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Choose a data folder of the same environment.</source>
        <translation>Wählen Sie einen Datenordner derselben Umgebung.</translation>
    </message>
    <message>
        <source>Choose a file with lines such as PLAID_CLIENT_ID=...</source>
        <translation>Wählen Sie eine Datei mit Zeilen wie PLAID_CLIENT_ID=...</translation>
    </message>
    <message>
        <source>Choose a new data folder with --data-dir.</source>
        <translation>Wählen Sie mit --data-dir einen neuen Datenordner.</translation>
    </message>
    <message>
        <source>Choose a time that is still to come, or leave it out.</source>
        <translation>Wählen Sie eine Zeit, die noch kommt, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Choose again; the file is then written anew.</source>
        <translation>Wählen Sie noch einmal; die Datei wird dann neu geschrieben.</translation>
    </message>
    <message>
        <source>Choose an account of that currency, or make a new one.</source>
        <translation>Wählen Sie ein Konto in dieser Währung, oder legen Sie ein neues an.</translation>
    </message>
    <message>
        <source>Choose an open one (`budgetsync dead-letters`).</source>
        <translation>Wählen Sie einen offenen (`budgetsync dead-letters`).</translation>
    </message>
    <message>
        <source>Choose another data folder with --data-dir.</source>
        <translation>Wählen Sie mit --data-dir einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Choose another data folder with --data-dir; the file was not touched.</source>
        <translation>Wählen Sie mit --data-dir einen anderen Datenordner; die Datei wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>Choose another data folder.</source>
        <translation>Wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Choose another file, or give yourself access to it.</source>
        <translation>Wählen Sie eine andere Datei oder verschaffen Sie sich Zugriff darauf.</translation>
    </message>
    <message>
        <source>Choose another name, or move that file away.</source>
        <translation>Wählen Sie einen anderen Namen oder verschieben Sie jene Datei.</translation>
    </message>
    <message>
        <source>Choose another: `budgetsync backups --check` looks into each.</source>
        <translation>Wählen Sie eine andere: `budgetsync backups --check` prüft jede.</translation>
    </message>
    <message>
        <source>Choose from 1m to 31d; 1h is usual.</source>
        <translation>Wählen Sie von 1m bis 31d; üblich ist 1h.</translation>
    </message>
    <message>
        <source>Choose it anew: {anew}.</source>
        <translation>Wählen Sie es neu: {anew}.</translation>
    </message>
    <message>
        <source>Choose one of {join}.</source>
        <translation>Wählen Sie eines von {join}.</translation>
    </message>
    <message>
        <source>Choose under Settings what is said aloud.</source>
        <translation>Wählen Sie in den Einstellungen, was gemeldet wird.</translation>
    </message>
    <message>
        <source>Close BudgetSync and start it again: that restores it.</source>
        <translation>Schließen Sie BudgetSync und starten Sie es wieder: Dann wird sie wiederhergestellt.</translation>
    </message>
    <message>
        <source>Close every BudgetSync that has this folder open, then start one: it finishes the restore.</source>
        <translation>Schließen Sie jedes BudgetSync, das diesen Ordner geöffnet hat, und starten Sie dann eines: Es schließt die Wiederherstellung ab.</translation>
    </message>
    <message>
        <source>Close the other program that has the file open, then try again.</source>
        <translation>Schließen Sie das andere Programm, das die Datei geöffnet hat, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Close the program and run `budgetsync restore`; the damaged file is kept beside the new one.</source>
        <translation>Schließen Sie das Programm und starten Sie `budgetsync restore`; die beschädigte Datei bleibt neben der neuen erhalten.</translation>
    </message>
    <message>
        <source>Close the program and start it again; the old file is kept beside the new one.</source>
        <translation>Schließen Sie das Programm und starten Sie es wieder; die alte Datei bleibt neben der neuen erhalten.</translation>
    </message>
    <message>
        <source>Command {command_id} deleted for good; it cannot be undone.</source>
        <translation>Der Befehl {command_id} hat endgültig gelöscht; er lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Command {command_id} is undone already.</source>
        <translation>Der Befehl {command_id} ist bereits rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Compare with the bank&apos;s own site, or ask the bank to refresh.</source>
        <translation>Vergleichen Sie mit der Seite der Bank oder bitten Sie die Bank um Neues.</translation>
    </message>
    <message>
        <source>Connect a bank first, or ask for something else.</source>
        <translation>Verbinden Sie zuerst eine Bank oder bitten Sie um etwas anderes.</translation>
    </message>
    <message>
        <source>Connect it again with `budgetsync reconnect {id}`.</source>
        <translation>Verbinden Sie sie mit `budgetsync reconnect {id}` neu.</translation>
    </message>
    <message>
        <source>Connect the bank again if you want to go on; the history is carried over.</source>
        <translation>Verbinden Sie die Bank erneut, wenn Sie weitermachen wollen; der Verlauf wird übernommen.</translation>
    </message>
    <message>
        <source>Connect the bank again; its history is kept and carried over.</source>
        <translation>Verbinden Sie die Bank erneut; ihr Verlauf bleibt und wird übernommen.</translation>
    </message>
    <message>
        <source>Copy all of it, and try again.</source>
        <translation>Kopieren Sie alles davon und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Correct it and start again.</source>
        <translation>Berichtigen Sie sie und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Delete the row that it became part of.</source>
        <translation>Löschen Sie den Umsatz, in dem er aufgegangen ist.</translation>
    </message>
    <message>
        <source>Delete {name} and connect the demo bank again.</source>
        <translation>Löschen Sie {name} und verbinden Sie die Demobank neu.</translation>
    </message>
    <message>
        <source>Deleting the history of {name}</source>
        <translation>Löschung des Verlaufs von {name}</translation>
    </message>
    <message>
        <source>Deletion of {named}</source>
        <translation>Löschung: {named}</translation>
    </message>
    <message>
        <source>Discard it once it is of no more use.</source>
        <translation>Legen Sie es weg, wenn es nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>Discard it: every connection was synced in its place.</source>
        <translation>Legen Sie es weg: Stattdessen wurde jede Verbindung abgeglichen.</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Download it from the bank again, or choose another format there.</source>
        <translation>Laden Sie sie noch einmal von der Bank herunter, oder wählen Sie dort ein anderes Format.</translation>
    </message>
    <message>
        <source>Edit one of {join}.</source>
        <translation>Ändern Sie eines von {join}.</translation>
    </message>
    <message>
        <source>Edit the row that it became part of.</source>
        <translation>Bearbeiten Sie den Umsatz, zu dem er gehört.</translation>
    </message>
    <message>
        <source>Entries of an investment account were left out: {len}.</source>
        <translation>Einträge eines Wertpapierkontos wurden ausgelassen: {len}.</translation>
    </message>
    <message>
        <source>Entry of {strip}</source>
        <translation>Eintrag von {strip}</translation>
    </message>
    <message>
        <source>Finish the set-up on the bank&apos;s site, then reconnect.</source>
        <translation>Schließen Sie die Einrichtung auf der Seite der Bank ab und melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>Follow the bank&apos;s request on its own site, then reconnect.</source>
        <translation>Folgen Sie der Bitte der Bank auf ihrer Seite und melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>Give a payee, such as Bakery.</source>
        <translation>Nennen Sie einen Empfänger, etwa Bäckerei.</translation>
    </message>
    <message>
        <source>Give a port, or host and port, such as 127.0.0.1:8700.</source>
        <translation>Geben Sie einen Port an, oder Rechner und Port, etwa 127.0.0.1:8700.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 (as ever) to {most_stretch}.</source>
        <translation>Geben Sie eine ganze Zahl von 1 (wie sonst) bis {most_stretch} an.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {most_parallel}.</source>
        <translation>Geben Sie eine ganze Zahl von 1 bis {most_parallel} an.</translation>
    </message>
    <message>
        <source>Give a whole number of milliseconds from {least_ms} to {most_ms} (3600000 = hourly).</source>
        <translation>Geben Sie eine ganze Zahl von Millisekunden von {least_ms} bis {most_ms} an (3600000 = stündlich).</translation>
    </message>
    <message>
        <source>Give an address that begins with https://.</source>
        <translation>Geben Sie eine Adresse an, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Give an amount; with a minus it leaves the account.</source>
        <translation>Nennen Sie einen Betrag; mit einem Minus verlässt er das Konto.</translation>
    </message>
    <message>
        <source>Give another address in BUDGETSYNC_WEBHOOK_LISTEN, or close the program that uses this one.</source>
        <translation>Geben Sie in BUDGETSYNC_WEBHOOK_LISTEN eine andere Adresse an oder schließen Sie das Programm, das diese nutzt.</translation>
    </message>
    <message>
        <source>Give it one, such as Wallet.</source>
        <translation>Geben Sie ihm einen, etwa Geldbörse.</translation>
    </message>
    <message>
        <source>Give its code of three letters, such as EUR.</source>
        <translation>Nennen Sie den Code aus drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>Give one such as http://127.0.0.1:8400.</source>
        <translation>Geben Sie eine an wie http://127.0.0.1:8400.</translation>
    </message>
    <message>
        <source>Give one such as https://relay.example.org.</source>
        <translation>Geben Sie eine an wie https://relay.example.org.</translation>
    </message>
    <message>
        <source>Give the amount in the account&apos;s currency.</source>
        <translation>Nennen Sie den Betrag in der Währung des Kontos.</translation>
    </message>
    <message>
        <source>Give yourself access to the data folder, then try again.</source>
        <translation>Verschaffen Sie sich Zugriff auf den Datenordner und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Give yourself access to {name}, then try again.</source>
        <translation>Verschaffen Sie sich Zugriff auf {name} und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Give yourself the files of the data folder, or move the folder to a disk that knows owners.</source>
        <translation>Machen Sie sich zum Besitzer der Dateien des Datenordners oder verschieben Sie den Ordner auf eine Festplatte, die Besitzer kennt.</translation>
    </message>
    <message>
        <source>Give yourself write access to the data folder and its files, then try again.</source>
        <translation>Verschaffen Sie sich Schreibzugriff auf den Datenordner und seine Dateien und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Have it ask for {relay}, and copy its text anew.</source>
        <translation>Lassen Sie ihn nach {relay} fragen und kopieren Sie seinen Text neu.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Import of {name}</source>
        <translation>Import von {name}</translation>
    </message>
    <message>
        <source>It cannot be opened: {value}.</source>
        <translation>Sie lässt sich nicht öffnen: {value}.</translation>
    </message>
    <message>
        <source>It declares entities or a document type, which a statement never does.</source>
        <translation>Sie erklärt Entitäten oder einen Dokumenttyp, was ein Auszug nie tut.</translation>
    </message>
    <message>
        <source>It does not say whether money came or went.</source>
        <translation>Er sagt nicht, ob Geld kam oder ging.</translation>
    </message>
    <message>
        <source>It has ended; nothing new comes until it is renewed.</source>
        <translation>Sie ist abgelaufen; nichts Neues kommt, bis sie erneuert wird.</translation>
    </message>
    <message>
        <source>It has more statements than any bank sends.</source>
        <translation>Sie enthält mehr Auszüge, als irgendeine Bank sendet.</translation>
    </message>
    <message>
        <source>It has no amount.</source>
        <translation>Er hat keinen Betrag.</translation>
    </message>
    <message>
        <source>It has no day.</source>
        <translation>Er hat keinen Tag.</translation>
    </message>
    <message>
        <source>It is larger than {value} MB, more than a statement ever is.</source>
        <translation>Sie ist größer als {value} MB, mehr als ein Auszug je ist.</translation>
    </message>
    <message>
        <source>It is not a file that can be read.</source>
        <translation>Das ist keine Datei, die sich lesen lässt.</translation>
    </message>
    <message>
        <source>It is not said to which account this statement belongs.</source>
        <translation>Es ist nicht gesagt, zu welchem Konto dieser Auszug gehört.</translation>
    </message>
    <message>
        <source>It only lists accounts: there are no entries in it.</source>
        <translation>Sie zählt nur Konten auf: Es sind keine Einträge darin.</translation>
    </message>
    <message>
        <source>It was taken back at the bank; nothing new comes of it. Its history stays here.</source>
        <translation>Bei der Bank wurde der Zugang entzogen; von dort kommt nichts Neues. Der Verlauf bleibt hier.</translation>
    </message>
    <message>
        <source>Its amount cannot be taken: {error}.</source>
        <translation>Sein Betrag lässt sich nicht übernehmen: {error}.</translation>
    </message>
    <message>
        <source>Its amount is in {told}, while the account is in {currency}.</source>
        <translation>Sein Betrag ist in {told}, das Konto aber in {currency}.</translation>
    </message>
    <message>
        <source>Its amount is no number.</source>
        <translation>Sein Betrag ist keine Zahl.</translation>
    </message>
    <message>
        <source>Its booking day is not in the calendar.</source>
        <translation>Seinen Buchungstag gibt es im Kalender nicht.</translation>
    </message>
    <message>
        <source>Its currency is not one that is in use.</source>
        <translation>Seine Währung ist keine, die in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Its day is not in the calendar.</source>
        <translation>Seinen Tag gibt es im Kalender nicht.</translation>
    </message>
    <message>
        <source>Its entries have no end.</source>
        <translation>Ihre Einträge haben kein Ende.</translation>
    </message>
    <message>
        <source>Its key could not be asked for in more than a week, so nobody knows whether it was genuine.</source>
        <translation>Sein Schlüssel war über eine Woche nicht zu erfragen, deshalb weiß niemand, ob er echt war.</translation>
    </message>
    <message>
        <source>Keep its history here, or remove the connection; Plaid cannot fetch from it any more.</source>
        <translation>Behalten Sie den Verlauf hier oder entfernen Sie die Verbindung; Plaid kann von dort nichts mehr abrufen.</translation>
    </message>
    <message>
        <source>Keeping {count} transactions that the bank took back</source>
        <translation>Behalten von {count} Umsätzen, die die Bank zurückgenommen hat</translation>
    </message>
    <message>
        <source>Leave --plaid-url out, or give an address of the loopback.</source>
        <translation>Lassen Sie --plaid-url weg oder geben Sie eine Adresse dieses Rechners an.</translation>
    </message>
    <message>
        <source>Letter {number} belongs to no connection, so that nothing can be tried.</source>
        <translation>Vorgang {number} gehört zu keiner Verbindung, deshalb lässt sich nichts versuchen.</translation>
    </message>
    <message>
        <source>Letter {number} is {state} already.</source>
        <translation>Vorgang {number} ist bereits {state}.</translation>
    </message>
    <message>
        <source>Letter {number} is {state}, not discarded.</source>
        <translation>Vorgang {number} ist {state}, nicht weggelegt.</translation>
    </message>
    <message>
        <source>Letter {number} is {state}.</source>
        <translation>Vorgang {number} ist {state}.</translation>
    </message>
    <message>
        <source>Letting go of {rows}</source>
        <translation>Loslassen: {rows}</translation>
    </message>
    <message>
        <source>Line {rows} of the table {name} is not as it was written.</source>
        <translation>Zeile {rows} der Tabelle {name} ist nicht so, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>Link of {name}</source>
        <translation>Verknüpfung von {name}</translation>
    </message>
    <message>
        <source>Link {other} {kept} instead.</source>
        <translation>Verknüpfen Sie stattdessen {other} {kept}.</translation>
    </message>
    <message>
        <source>Look at Settings, Real time: send a test event, or get another address.</source>
        <translation>Sehen Sie unter Einstellungen, Echtzeit nach: Senden Sie ein Testereignis oder holen Sie eine andere Adresse.</translation>
    </message>
    <message>
        <source>Look at it under Problems, and report it if it stays; nothing is lost.</source>
        <translation>Sehen Sie unter Probleme nach und melden Sie es, wenn es bleibt; nichts ist verloren.</translation>
    </message>
    <message>
        <source>Look at letter {newer}.</source>
        <translation>Sehen Sie den Vorgang {newer} an.</translation>
    </message>
    <message>
        <source>Look at the account; a transaction may be missing or doubled.</source>
        <translation>Sehen Sie das Konto an; vielleicht fehlt ein Umsatz oder ist doppelt.</translation>
    </message>
    <message>
        <source>Look at the address under Settings, Real time; it is told again with the next sync.</source>
        <translation>Sehen Sie die Adresse unter Einstellungen, Echtzeit an; beim nächsten Abgleich wird sie erneut mitgeteilt.</translation>
    </message>
    <message>
        <source>Look at the list of notices anew; it may have solved itself.</source>
        <translation>Sehen Sie die Liste der Meldungen neu an; vielleicht hat es sich erledigt.</translation>
    </message>
    <message>
        <source>Look at the preview again, and import then.</source>
        <translation>Sehen Sie sich die Vorschau noch einmal an, und importieren Sie dann.</translation>
    </message>
    <message>
        <source>Look under Problems: try again, or put it away.</source>
        <translation>Sehen Sie unter Probleme nach: Versuchen Sie es erneut oder legen Sie es weg.</translation>
    </message>
    <message>
        <source>Make it readable UTF-8, or move it away.</source>
        <translation>Machen Sie lesbares UTF-8 daraus oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>Make room and give yourself write access to it, then try again.</source>
        <translation>Schaffen Sie Platz und Schreibzugriff darauf und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Make room and give yourself write access, then try again.</source>
        <translation>Schaffen Sie Platz und Schreibzugriff und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Make room on the disk that holds the data folder, then sync again.</source>
        <translation>Schaffen Sie Platz auf der Festplatte mit dem Datenordner und gleichen Sie dann erneut ab.</translation>
    </message>
    <message>
        <source>Margin interest</source>
        <translation>Sollzinsen auf Wertpapierkredit</translation>
    </message>
    <message>
        <source>Merge of {name_of}</source>
        <translation>Zusammenführung von {name_of}</translation>
    </message>
    <message>
        <source>Money has to leave one account and reach the other.</source>
        <translation>Geld muss von einem Konto abgehen und auf dem anderen ankommen.</translation>
    </message>
    <message>
        <source>Move it away and reconnect your banks; the ledger is not affected.</source>
        <translation>Verschieben Sie sie und melden Sie sich bei Ihren Banken neu an; das Kontobuch ist nicht betroffen.</translation>
    </message>
    <message>
        <source>Name accounts that different sources told of.</source>
        <translation>Nennen Sie Konten, von denen verschiedene Quellen berichten.</translation>
    </message>
    <message>
        <source>Name one half of a transfer.</source>
        <translation>Nennen Sie eine Hälfte einer Umbuchung.</translation>
    </message>
    <message>
        <source>Name the account with --account, or choose it in the preview.</source>
        <translation>Nennen Sie das Konto mit --account, oder wählen Sie es in der Vorschau.</translation>
    </message>
    <message>
        <source>Name the row that it became part of.</source>
        <translation>Nennen Sie den Umsatz, zu dem er gehört.</translation>
    </message>
    <message>
        <source>Name two accounts.</source>
        <translation>Nennen Sie zwei Konten.</translation>
    </message>
    <message>
        <source>Name two parts or more, or change the category of the row.</source>
        <translation>Nennen Sie zwei oder mehr Teile oder ändern Sie die Kategorie des Umsatzes.</translation>
    </message>
    <message>
        <source>Name two rows of one transfer between own accounts.</source>
        <translation>Nennen Sie zwei Umsätze einer Umbuchung zwischen eigenen Konten.</translation>
    </message>
    <message>
        <source>Name two rows of two accounts.</source>
        <translation>Nennen Sie zwei Umsätze auf zwei Konten.</translation>
    </message>
    <message>
        <source>Name two rows.</source>
        <translation>Nennen Sie zwei Umsätze.</translation>
    </message>
    <message>
        <source>News arrived while fetching</source>
        <translation>Beim Abrufen kam Neues</translation>
    </message>
    <message>
        <source>News came in while fetching.</source>
        <translation>Beim Abrufen kam Neues dazwischen.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No connection to the relay.</source>
        <translation>Keine Verbindung zum Relay.</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>No relay is paired.</source>
        <translation>Kein Relay ist gekoppelt.</translation>
    </message>
    <message>
        <source>No removal is held of account {account_id}.</source>
        <translation>Für das Konto {account_id} wird keine Rücknahme zurückgehalten.</translation>
    </message>
    <message>
        <source>Nobody is named that it was with.</source>
        <translation>Es ist nicht genannt, mit wem er war.</translation>
    </message>
    <message>
        <source>None of {count} connections could be brought up to date. It goes on by itself.</source>
        <translation>Keine von {count} Verbindungen ließ sich aktualisieren. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing in it looks like a statement.</source>
        <translation>Nichts darin sieht wie ein Kontoauszug aus.</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Nothing was joined to transaction {number}.</source>
        <translation>Mit dem Umsatz {number} wurde nichts zusammengeführt.</translation>
    </message>
    <message>
        <source>Nothing went wrong; no sync has come through for longer than usual.</source>
        <translation>Es gab keine Störung; nur kam länger als üblich kein Abgleich zustande.</translation>
    </message>
    <message>
        <source>One connection tells of both accounts, so that they are two.</source>
        <translation>Eine einzige Verbindung berichtet von beiden Konten, also sind es zwei.</translation>
    </message>
    <message>
        <source>One of the rows is half of another transfer.</source>
        <translation>Einer der Umsätze ist die Hälfte einer anderen Umbuchung.</translation>
    </message>
    <message>
        <source>One part is no split.</source>
        <translation>Ein Teil ist keine Aufteilung.</translation>
    </message>
    <message>
        <source>One row is no transfer.</source>
        <translation>Ein Umsatz ist keine Umbuchung.</translation>
    </message>
    <message>
        <source>One thing</source>
        <translation>Eine Sache</translation>
    </message>
    <message>
        <source>Only accounts of one currency can be one account.</source>
        <translation>Nur Konten in derselben Währung können ein Konto sein.</translation>
    </message>
    <message>
        <source>Only what you did yourself can be undone; see `undo --run` for syncs.</source>
        <translation>Nur was Sie selbst getan haben, lässt sich rückgängig machen; für Abgleiche siehe `undo --run`.</translation>
    </message>
    <message>
        <source>Open your own ledger, then import the file there.</source>
        <translation>Öffnen Sie Ihr eigenes Kontobuch und importieren Sie die Datei dort.</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Anfangssaldo</translation>
    </message>
    <message>
        <source>Order of sources of {name}</source>
        <translation>Reihenfolge der Quellen von {name}</translation>
    </message>
    <message>
        <source>Nothing shows whether the day or the month comes first: the day was taken to.</source>
        <translation>Nichts zeigt, ob der Tag oder der Monat zuerst kommt: Angenommen wurde der Tag.</translation>
    </message>
    <message>
        <source>Access was revoked</source>
        <translation>Der Zugang wurde widerrufen</translation>
    </message>
    <message>
        <source>An account is kept in points or miles, or in a currency that BudgetSync does not know.</source>
        <translation>Ein Konto wird in Punkten oder Meilen geführt, oder in einer Währung, die BudgetSync nicht kennt.</translation>
    </message>
    <message>
        <source>An account is not up to date</source>
        <translation>Ein Konto ist nicht aktuell</translation>
    </message>
    <message>
        <source>Bring a new setup token: `budgetsync connect --simplefin`, with --item for a repair.</source>
        <translation>Bringen Sie ein neues Einrichtungstoken: `budgetsync connect --simplefin`, mit --item zum Reparieren.</translation>
    </message>
    <message>
        <source>Choose another one, or take the entry as new.</source>
        <translation>Wählen Sie einen anderen, oder übernehmen Sie den Eintrag als neu.</translation>
    </message>
    <message>
        <source>Connection {item_id} is none of SimpleFIN&apos;s, or it was removed.</source>
        <translation>Verbindung {item_id} ist keine von SimpleFIN, oder sie wurde entfernt.</translation>
    </message>
    <message>
        <source>Disable the token at your SimpleFIN server, make a new one, and paste that.</source>
        <translation>Sperren Sie das Token bei Ihrem SimpleFIN-Server, erstellen Sie ein neues und fügen Sie dieses ein.</translation>
    </message>
    <message>
        <source>Leave the account out at your SimpleFIN server, or report the currency.</source>
        <translation>Lassen Sie das Konto bei Ihrem SimpleFIN-Server weg, oder melden Sie die Währung.</translation>
    </message>
    <message>
        <source>Look at it at your SimpleFIN server.</source>
        <translation>Sehen Sie bei Ihrem SimpleFIN-Server danach.</translation>
    </message>
    <message>
        <source>Look at your SimpleFIN server, or report it.</source>
        <translation>Sehen Sie bei Ihrem SimpleFIN-Server nach, oder melden Sie es.</translation>
    </message>
    <message>
        <source>Look at your subscription at your SimpleFIN server, then sync again.</source>
        <translation>Sehen Sie bei Ihrem SimpleFIN-Server nach Ihrem Abonnement und gleichen Sie dann erneut ab.</translation>
    </message>
    <message>
        <source>Make a new setup token at your SimpleFIN server, and paste all of it.</source>
        <translation>Erstellen Sie bei Ihrem SimpleFIN-Server ein neues Einrichtungstoken und fügen Sie es ganz ein.</translation>
    </message>
    <message>
        <source>Make a new setup token at your SimpleFIN server; repair this connection with it.</source>
        <translation>Erstellen Sie bei Ihrem SimpleFIN-Server ein neues Einrichtungstoken; reparieren Sie damit diese Verbindung.</translation>
    </message>
    <message>
        <source>Nothing shows whether the day or the month comes first: the month was taken to.</source>
        <translation>Nichts zeigt, ob der Tag oder der Monat zuerst kommt: Angenommen wurde der Monat.</translation>
    </message>
    <message>
        <source>Others can look into the data folder</source>
        <translation>Andere können in den Datenordner sehen</translation>
    </message>
    <message>
        <source>Others can read files of the ledger</source>
        <translation>Andere können Dateien des Kontobuchs lesen</translation>
    </message>
    <message>
        <source>PLAID_ENV is {env}.</source>
        <translation>PLAID_ENV ist {env}.</translation>
    </message>
    <message>
        <source>PLAID_WEBHOOK_SECRET cannot be a part of an address.</source>
        <translation>PLAID_WEBHOOK_SECRET kann nicht Teil einer Adresse sein.</translation>
    </message>
    <message>
        <source>Pair them as a transfer, if they are one movement of money.</source>
        <translation>Verbinden Sie sie als Umbuchung, wenn es eine Geldbewegung ist.</translation>
    </message>
    <message>
        <source>Pair with one first (`budgetsync relay pair`).</source>
        <translation>Koppeln Sie zuerst eines (`budgetsync relay pair`).</translation>
    </message>
    <message>
        <source>Pair with the relay anew, under Settings, Real time.</source>
        <translation>Koppeln Sie das Relay unter Einstellungen, Echtzeit neu.</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Payment required</source>
        <translation>Eine Zahlung steht aus</translation>
    </message>
    <message>
        <source>Plaid</source>
        <translation>Plaid</translation>
    </message>
    <message>
        <source>Plaid answered with an error of its own (HTTP {status}).</source>
        <translation>Plaid antwortete mit einem eigenen Fehler (HTTP {status}).</translation>
    </message>
    <message>
        <source>Plaid could not read the request.</source>
        <translation>Plaid konnte die Anfrage nicht lesen.</translation>
    </message>
    <message>
        <source>Plaid did not accept a value of the request.</source>
        <translation>Plaid hat einen Wert der Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Plaid did not accept the client id or secret.</source>
        <translation>Plaid hat die Client-Id oder das Secret nicht angenommen.</translation>
    </message>
    <message>
        <source>Plaid did not accept the request.</source>
        <translation>Plaid hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Plaid does not know something in the request.</source>
        <translation>Plaid kennt etwas in der Anfrage nicht.</translation>
    </message>
    <message>
        <source>Plaid does not offer what was asked for.</source>
        <translation>Plaid bietet nicht an, worum gebeten wurde.</translation>
    </message>
    <message>
        <source>Plaid does not support this kind of account.</source>
        <translation>Plaid unterstützt diese Art von Konto nicht.</translation>
    </message>
    <message>
        <source>Plaid had an internal error.</source>
        <translation>Plaid hatte einen internen Fehler.</translation>
    </message>
    <message>
        <source>Plaid is still fetching this bank&apos;s transactions for the first time.</source>
        <translation>Plaid ruft die Umsätze dieser Bank noch zum ersten Mal ab.</translation>
    </message>
    <message>
        <source>Plaid is under maintenance.</source>
        <translation>Plaid wird gewartet.</translation>
    </message>
    <message>
        <source>Plaid misses something in the request.</source>
        <translation>Plaid fehlt etwas in der Anfrage.</translation>
    </message>
    <message>
        <source>Plaid no longer knows this connection.</source>
        <translation>Plaid kennt diese Verbindung nicht mehr.</translation>
    </message>
    <message>
        <source>Plaid no longer supports this bank.</source>
        <translation>Plaid unterstützt diese Bank nicht mehr.</translation>
    </message>
    <message>
        <source>Plaid or the bank asks to slow down.</source>
        <translation>Plaid oder die Bank bittet um ein langsameres Tempo.</translation>
    </message>
    <message>
        <source>Reading or writing the database failed; nothing of this step was written.</source>
        <translation>Lesen oder Schreiben der Datenbank scheiterte; von diesem Schritt wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Real time does not work</source>
        <translation>Die Echtzeit geht nicht</translation>
    </message>
    <message>
        <source>Reconnect this bank (`budgetsync reconnect`); its history and your edits are kept.</source>
        <translation>Melden Sie sich bei dieser Bank neu an (`budgetsync reconnect`); Verlauf und Ihre Änderungen bleiben.</translation>
    </message>
    <message>
        <source>Reconnect this bank and choose them, or leave it as it is.</source>
        <translation>Melden Sie sich bei dieser Bank neu an und wählen Sie sie, oder lassen Sie es, wie es ist.</translation>
    </message>
    <message>
        <source>Reconnect this bank to share it again, or leave it as it is.</source>
        <translation>Melden Sie sich bei dieser Bank neu an, um es wieder freizugeben, oder lassen Sie es, wie es ist.</translation>
    </message>
    <message>
        <source>Reconnect this bank; it takes a minute, and nothing is lost.</source>
        <translation>Melden Sie sich bei dieser Bank neu an; das dauert eine Minute, und nichts ist verloren.</translation>
    </message>
    <message>
        <source>Reconnect this bank; nothing that was fetched is lost.</source>
        <translation>Melden Sie sich bei dieser Bank neu an; nichts schon Abgerufenes ist verloren.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo it, or undo another one.</source>
        <translation>Wiederholen Sie ihn oder machen Sie einen anderen rückgängig.</translation>
    </message>
    <message>
        <source>Register with this bank in Plaid&apos;s dashboard, then sync again.</source>
        <translation>Registrieren Sie sich in Plaids Dashboard bei dieser Bank und gleichen Sie dann erneut ab.</translation>
    </message>
    <message>
        <source>Rejecting {listed}</source>
        <translation>Ablehnung: {listed}</translation>
    </message>
    <message>
        <source>Removal of {count} transactions</source>
        <translation>Rücknahme von {count} Umsätzen</translation>
    </message>
    <message>
        <source>Remove this connection, or keep it for its history; Plaid has no transactions of it.</source>
        <translation>Entfernen Sie diese Verbindung oder behalten Sie sie wegen des Verlaufs; Plaid hat dafür keine Umsätze.</translation>
    </message>
    <message>
        <source>Restore of {rows}</source>
        <translation>Wiederherstellung: {rows}</translation>
    </message>
    <message>
        <source>Restoring {named}</source>
        <translation>Wiederherstellung: {named}</translation>
    </message>
    <message>
        <source>Return of capital</source>
        <translation>Kapitalrückzahlung</translation>
    </message>
    <message>
        <source>Review them: let them go, or keep them.</source>
        <translation>Prüfen Sie sie: Lassen Sie sie los oder behalten Sie sie.</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Rows came in while the preview was open, so that the import would do something else now.</source>
        <translation>Während die Vorschau offen war, kamen Umsätze hinzu, sodass der Import nun etwas anderes täte.</translation>
    </message>
    <message>
        <source>Run `budgetsync restore`: it lists the backups; the damaged file was left as it is and stays.</source>
        <translation>Starten Sie `budgetsync restore`: Es listet die Sicherungen auf; die beschädigte Datei blieb, wie sie war, und bleibt.</translation>
    </message>
    <message>
        <source>Run {run_id} decided nothing that could be taken back.</source>
        <translation>Abgleich {run_id} hat nichts entschieden, das sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>Run {run_id} is undone already.</source>
        <translation>Abgleich {run_id} ist bereits rückgängig gemacht.</translation>
    </message>
    <message>
        <source>SYNC_PARALLEL is {text}.</source>
        <translation>SYNC_PARALLEL ist {text}.</translation>
    </message>
    <message>
        <source>SYNC_SCHEDULE_INTERVAL is {text}.</source>
        <translation>SYNC_SCHEDULE_INTERVAL ist {text}.</translation>
    </message>
    <message>
        <source>Secrets were kept for one session only, and that session is over.</source>
        <translation>Geheimnisse wurden nur für eine Sitzung behalten, und die ist vorbei.</translation>
    </message>
    <message>
        <source>See --help for what this command takes.</source>
        <translation>Siehe --help dazu, was dieser Befehl annimmt.</translation>
    </message>
    <message>
        <source>See Settings, Real time; nothing is lost, since the sync by the clock goes on.</source>
        <translation>Siehe Einstellungen, Echtzeit; nichts ist verloren, da der Abgleich nach der Uhr weitergeht.</translation>
    </message>
    <message>
        <source>See `budgetsync accounts --json` for the sources and their numbers.</source>
        <translation>`budgetsync accounts --json` zeigt die Quellen und ihre Nummern.</translation>
    </message>
    <message>
        <source>See `budgetsync accounts` for the accounts and their numbers.</source>
        <translation>`budgetsync accounts` zeigt die Konten und ihre Nummern.</translation>
    </message>
    <message>
        <source>See `budgetsync backups` for those that there are.</source>
        <translation>Siehe `budgetsync backups` für die vorhandenen.</translation>
    </message>
    <message>
        <source>See `budgetsync dead-letters list --state discarded`.</source>
        <translation>Siehe `budgetsync dead-letters list --state discarded`.</translation>
    </message>
    <message>
        <source>See `budgetsync dead-letters` for what there is.</source>
        <translation>Siehe `budgetsync dead-letters` dazu, was es gibt.</translation>
    </message>
    <message>
        <source>See `budgetsync deleted` for what you did.</source>
        <translation>`budgetsync deleted` zeigt, was Sie gelöscht haben.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for the accounts that have some.</source>
        <translation>Siehe `budgetsync review` für die Konten mit solchen.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for the open ones.</source>
        <translation>Siehe `budgetsync review` für die offenen.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for the rows that it did.</source>
        <translation>Siehe `budgetsync review` für die, bei denen sie es tat.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for those.</source>
        <translation>Siehe `budgetsync review` für diese.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for what it says differently.</source>
        <translation>Siehe `budgetsync review` dazu, was sie anders sagt.</translation>
    </message>
    <message>
        <source>See `budgetsync status` for the accounts and their numbers.</source>
        <translation>`budgetsync status` zeigt die Konten und ihre Nummern.</translation>
    </message>
    <message>
        <source>See `budgetsync status` for the connections and their numbers.</source>
        <translation>Siehe `budgetsync status` für die Verbindungen und ihre Nummern.</translation>
    </message>
    <message>
        <source>See `budgetsync status` for what its connection needs.</source>
        <translation>Siehe `budgetsync status` dazu, was die Verbindung braucht.</translation>
    </message>
    <message>
        <source>See `budgetsync transactions` for the rows and their numbers.</source>
        <translation>Siehe `budgetsync transactions` für die Umsätze und ihre Nummern.</translation>
    </message>
    <message>
        <source>See its history for what it is made of.</source>
        <translation>Sein Verlauf zeigt, woraus er besteht.</translation>
    </message>
    <message>
        <source>See the history of a transaction for its observations.</source>
        <translation>Siehe den Verlauf eines Umsatzes für seine Beobachtungen.</translation>
    </message>
    <message>
        <source>See the history of a transaction for the commands that changed it.</source>
        <translation>Siehe den Verlauf eines Umsatzes für die Befehle, die ihn änderten.</translation>
    </message>
    <message>
        <source>See the history of a transaction for the runs that changed it.</source>
        <translation>Siehe den Verlauf eines Umsatzes für die Abgleiche, die ihn änderten.</translation>
    </message>
    <message>
        <source>See the newest runs for those that there are.</source>
        <translation>Die neuesten Abgleiche zeigen, welche es gibt.</translation>
    </message>
    <message>
        <source>Set BUDGETSYNC_PASSPHRASE to the passphrase that it was made with.</source>
        <translation>Setzen Sie BUDGETSYNC_PASSPHRASE auf die Passphrase, mit der sie angelegt wurde.</translation>
    </message>
    <message>
        <source>Set BUDGETSYNC_PASSPHRASE, or use a keyring.</source>
        <translation>Setzen Sie BUDGETSYNC_PASSPHRASE oder verwenden Sie einen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Set PLAID_CLIENT_ID and PLAID_SECRET, and start again.</source>
        <translation>Setzen Sie PLAID_CLIENT_ID und PLAID_SECRET und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Set PLAID_ENV to the environment that these keys are for.</source>
        <translation>Setzen Sie PLAID_ENV auf die Umgebung, für die diese Schlüssel sind.</translation>
    </message>
    <message>
        <source>Set a new password on the bank&apos;s site, then reconnect.</source>
        <translation>Legen Sie auf der Seite der Bank ein neues Passwort fest und melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Sign in at your SimpleFIN server, and repair the bank there; then sync again.</source>
        <translation>Melden Sie sich bei Ihrem SimpleFIN-Server an und reparieren Sie dort die Bank; gleichen Sie dann erneut ab.</translation>
    </message>
    <message>
        <source>SimpleFIN at {host}</source>
        <translation>SimpleFIN bei {host}</translation>
    </message>
    <message>
        <source>SimpleFIN has no test banks that open without a setup token.</source>
        <translation>SimpleFIN hat keine Testbanken, die sich ohne Einrichtungstoken öffnen.</translation>
    </message>
    <message>
        <source>SimpleFIN is not part of this program.</source>
        <translation>SimpleFIN ist kein Teil dieses Programms.</translation>
    </message>
    <message>
        <source>Something on the way to the relay does not let its stream through.</source>
        <translation>Etwas auf dem Weg zum Relay lässt dessen Strom nicht durch.</translation>
    </message>
    <message>
        <source>Something that is not Plaid answered (HTTP {status}).</source>
        <translation>Etwas, das nicht Plaid ist, hat geantwortet (HTTP {status}).</translation>
    </message>
    <message>
        <source>Something was kept aside</source>
        <translation>Etwas wurde beiseitegelegt</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ging schief</translation>
    </message>
    <message>
        <source>Split it, or change its date, payee, category or note instead.</source>
        <translation>Teilen Sie ihn auf, oder ändern Sie stattdessen Datum, Empfänger, Kategorie oder Notiz.</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Start a keyring service, or set BUDGETSYNC_PASSPHRASE to use a sealed file.</source>
        <translation>Starten Sie einen Schlüsselbunddienst oder setzen Sie BUDGETSYNC_PASSPHRASE, um eine versiegelte Datei zu verwenden.</translation>
    </message>
    <message>
        <source>Statement files</source>
        <translation>Auszugsdateien</translation>
    </message>
    <message>
        <source>Statement files cannot be read here.</source>
        <translation>Auszugsdateien lassen sich hier nicht lesen.</translation>
    </message>
    <message>
        <source>Sync it, or sign in anew with `budgetsync reconnect {id}`.</source>
        <translation>Gleichen Sie sie ab oder melden Sie sich mit `budgetsync reconnect {id}` neu an.</translation>
    </message>
    <message>
        <source>Sync now, or leave it to the clock.</source>
        <translation>Gleichen Sie jetzt ab oder überlassen Sie es der Uhr.</translation>
    </message>
    <message>
        <source>Sync run {number}</source>
        <translation>Abgleich {number}</translation>
    </message>
    <message>
        <source>Sync, and look for it again.</source>
        <translation>Gleichen Sie ab und suchen Sie ihn erneut.</translation>
    </message>
    <message>
        <source>Syncs succeed, but the bank itself has sent no news for more than a day.</source>
        <translation>Abgleiche gelingen, aber die Bank selbst hat seit über einem Tag nichts Neues gesendet.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Take something away there first.</source>
        <translation>Entfernen Sie dort zuerst etwas.</translation>
    </message>
    <message>
        <source>Take their access away (chmod 700), or choose a folder of its own with --data-dir.</source>
        <translation>Entziehen Sie ihnen den Zugriff (chmod 700) oder wählen Sie mit --data-dir einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Taking the transfer of {name_of} apart</source>
        <translation>Auflösung der Umbuchung von {name_of}</translation>
    </message>
    <message>
        <source>Taking {name_of} apart</source>
        <translation>Trennung von {name_of}</translation>
    </message>
    <message>
        <source>Temporarily unavailable</source>
        <translation>Vorübergehend nicht verfügbar</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>Das geht nicht</translation>
    </message>
    <message>
        <source>That day has come; nothing new comes until it is renewed.</source>
        <translation>Dieser Tag ist gekommen; nichts Neues kommt, bis sie erneuert wird.</translation>
    </message>
    <message>
        <source>That is no relay&apos;s address</source>
        <translation>Das ist keine Adresse eines Relays</translation>
    </message>
    <message>
        <source>The SimpleFIN server cannot be reached.</source>
        <translation>Der SimpleFIN-Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The SimpleFIN server did not answer in time, or its answer broke off.</source>
        <translation>Der SimpleFIN-Server hat nicht rechtzeitig geantwortet, oder seine Antwort brach ab.</translation>
    </message>
    <message>
        <source>The SimpleFIN server is not available (HTTP {status}).</source>
        <translation>Der SimpleFIN-Server ist nicht verfügbar (HTTP {status}).</translation>
    </message>
    <message>
        <source>The SimpleFIN server wants to be paid before it gives anything.</source>
        <translation>Der SimpleFIN-Server will bezahlt werden, bevor er etwas gibt.</translation>
    </message>
    <message>
        <source>The SimpleFIN server was asked too often.</source>
        <translation>Der SimpleFIN-Server wurde zu oft gefragt.</translation>
    </message>
    <message>
        <source>The account has no name.</source>
        <translation>Das Konto hat keinen Namen.</translation>
    </message>
    <message>
        <source>The account is in {value}, not in {currency}.</source>
        <translation>Das Konto ist in {value}, nicht in {currency}.</translation>
    </message>
    <message>
        <source>The address of Plaid is not a URL.</source>
        <translation>Die Adresse von Plaid ist keine URL.</translation>
    </message>
    <message>
        <source>The address of the relay</source>
        <translation>Die Adresse des Relays</translation>
    </message>
    <message>
        <source>The amount cannot be taken: {error}.</source>
        <translation>Der Betrag lässt sich nicht übernehmen: {error}.</translation>
    </message>
    <message>
        <source>The amount is missing.</source>
        <translation>Der Betrag fehlt.</translation>
    </message>
    <message>
        <source>The amount is no number.</source>
        <translation>Der Betrag ist keine Zahl.</translation>
    </message>
    <message>
        <source>The amount is nothing.</source>
        <translation>Der Betrag ist null.</translation>
    </message>
    <message>
        <source>The amount is too long.</source>
        <translation>Der Betrag ist zu lang.</translation>
    </message>
    <message>
        <source>The amount may be thousands or decimals: it has one comma and three digits behind it.</source>
        <translation>Der Betrag kann Tausender oder Nachkommastellen meinen: Er hat ein Komma und drei Ziffern dahinter.</translation>
    </message>
    <message>
        <source>The amount of a row cannot be used: {error}.</source>
        <translation>Der Betrag eines Umsatzes ist nicht verwendbar: {error}.</translation>
    </message>
    <message>
        <source>The answer broke off in the middle.</source>
        <translation>Die Antwort brach in der Mitte ab.</translation>
    </message>
    <message>
        <source>The answer came too slowly and was given up.</source>
        <translation>Die Antwort kam zu langsam und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The answer was cut off or is no answer of Plaid&apos;s.</source>
        <translation>Die Antwort war abgeschnitten oder ist keine Antwort von Plaid.</translation>
    </message>
    <message>
        <source>The answer was cut off or is no answer of a SimpleFIN server.</source>
        <translation>Die Antwort war abgeschnitten oder ist keine eines SimpleFIN-Servers.</translation>
    </message>
    <message>
        <source>The answer was larger than any of Plaid&apos;s.</source>
        <translation>Die Antwort war größer als jede von Plaid.</translation>
    </message>
    <message>
        <source>The answer was too large, or came too slowly, and was given up.</source>
        <translation>Die Antwort war zu groß oder kam zu langsam und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The archive has a table or columns that its schema has not ({name}).</source>
        <translation>Das Archiv hat eine Tabelle oder Spalten, die sein Schema nicht hat ({name}).</translation>
    </message>
    <message>
        <source>The archive has schema {schema}; this program knows schemas up to {schema2}.</source>
        <translation>Das Archiv hat das Schema {schema}; dieses Programm kennt Schemas bis {schema2}.</translation>
    </message>
    <message>
        <source>The archive holds {environment} data, this ledger {environment2} data.</source>
        <translation>Das Archiv enthält Daten von {environment}, dieses Kontobuch von {environment2}.</translation>
    </message>
    <message>
        <source>The archive is encrypted, which ours never are.</source>
        <translation>Das Archiv ist verschlüsselt, was unsere nie sind.</translation>
    </message>
    <message>
        <source>The archive was not read</source>
        <translation>Das Archiv wurde nicht gelesen</translation>
    </message>
    <message>
        <source>The archive would change which ledger this is.</source>
        <translation>Das Archiv würde ändern, welches Kontobuch dies ist.</translation>
    </message>
    <message>
        <source>The archive&apos;s manifest names a schema that never was.</source>
        <translation>Das Verzeichnis des Archivs nennt ein Schema, das es nie gab.</translation>
    </message>
    <message>
        <source>The backup {name} {reason}; the ledger was left as it is.</source>
        <translation>Die Sicherung {name} {reason}; das Kontobuch blieb, wie es ist.</translation>
    </message>
    <message>
        <source>The balance cannot be read. {error}</source>
        <translation>Der Saldo lässt sich nicht lesen. {error}</translation>
    </message>
    <message>
        <source>The bank did not accept the security code.</source>
        <translation>Die Bank hat den Sicherheitscode nicht angenommen.</translation>
    </message>
    <message>
        <source>The bank did not accept the user name or password.</source>
        <translation>Die Bank hat Benutzername oder Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>The bank did not take transaction {number} back.</source>
        <translation>Die Bank hat den Umsatz {number} nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>The bank does not answer Plaid at the moment.</source>
        <translation>Die Bank antwortet Plaid zurzeit nicht.</translation>
    </message>
    <message>
        <source>The bank has locked this login after too many tries.</source>
        <translation>Die Bank hat diesen Zugang nach zu vielen Versuchen gesperrt.</translation>
    </message>
    <message>
        <source>The bank is not available to Plaid at the moment.</source>
        <translation>Die Bank ist für Plaid zurzeit nicht erreichbar.</translation>
    </message>
    <message>
        <source>The bank names a currency that BudgetSync does not know ({shown}).</source>
        <translation>Die Bank nennt eine Währung, die BudgetSync nicht kennt ({shown}).</translation>
    </message>
    <message>
        <source>The bank says nothing else than you about transaction {number}.</source>
        <translation>Die Bank sagt zum Umsatz {number} nichts anderes als Sie.</translation>
    </message>
    <message>
        <source>The bank says that you have others, which are not synced.</source>
        <translation>Die Bank sagt, dass Sie weitere haben, die nicht abgeglichen werden.</translation>
    </message>
    <message>
        <source>The bank sent an error for a part of it: code {errors}.</source>
        <translation>Die Bank sandte für einen Teil davon einen Fehler: Code {errors}.</translation>
    </message>
    <message>
        <source>The bank sent an error instead of a statement: code {errors}.</source>
        <translation>Die Bank sandte statt eines Auszugs einen Fehler: Code {errors}.</translation>
    </message>
    <message>
        <source>The bank shows no account for this login.</source>
        <translation>Die Bank zeigt für diesen Zugang kein Konto.</translation>
    </message>
    <message>
        <source>The bank took back {many} at once; nothing was removed yet.</source>
        <translation>Die Bank hat {many} auf einmal zurückgenommen; noch wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>The bank took one of the rows back.</source>
        <translation>Die Bank hat einen der Umsätze zurückgenommen.</translation>
    </message>
    <message>
        <source>The bank wants something from you before it goes on.</source>
        <translation>Die Bank will etwas von Ihnen, bevor es weitergeht.</translation>
    </message>
    <message>
        <source>The bank wants to verify you on its own site first.</source>
        <translation>Die Bank will Sie zuerst auf ihrer eigenen Seite überprüfen.</translation>
    </message>
    <message>
        <source>The bank wants you to finish setting up your account on its own site first.</source>
        <translation>Die Bank will, dass Sie zuerst auf ihrer eigenen Seite Ihr Konto fertig einrichten.</translation>
    </message>
    <message>
        <source>The bank wants you to set a new password on its own site first.</source>
        <translation>Die Bank will, dass Sie zuerst auf ihrer eigenen Seite ein neues Passwort festlegen.</translation>
    </message>
    <message>
        <source>The bank wants you to sign in again.</source>
        <translation>Die Bank will, dass Sie sich neu anmelden.</translation>
    </message>
    <message>
        <source>The bank wants your consent once more.</source>
        <translation>Die Bank will noch einmal Ihre Zustimmung.</translation>
    </message>
    <message>
        <source>The bank&apos;s</source>
        <translation>Das der Bank</translation>
    </message>
    <message>
        <source>The bank&apos;s own service is down.</source>
        <translation>Der Dienst der Bank selbst ist außer Betrieb.</translation>
    </message>
    <message>
        <source>The bank&apos;s service cannot be reached.</source>
        <translation>Der Dienst der Bank ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The bank&apos;s service did not answer in time.</source>
        <translation>Der Dienst der Bank hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The bank&apos;s service is not available</source>
        <translation>Der Dienst der Bank ist nicht verfügbar</translation>
    </message>
    <message>
        <source>The calls that the provider allows are used up for now.</source>
        <translation>Die vom Anbieter erlaubten Abrufe sind vorerst aufgebraucht.</translation>
    </message>
    <message>
        <source>The client id or secret of Plaid is not set, or cannot be one.</source>
        <translation>Client-Id oder Secret von Plaid ist nicht gesetzt oder kann keines sein.</translation>
    </message>
    <message>
        <source>The connection to the relay was lost.</source>
        <translation>Die Verbindung zum Relay ging verloren.</translation>
    </message>
    <message>
        <source>The copy of the database is not sound, so the database may not be; the copy was dropped.</source>
        <translation>Die Kopie der Datenbank ist nicht heil, die Datenbank also vielleicht auch nicht; die Kopie wurde verworfen.</translation>
    </message>
    <message>
        <source>The credits of your Plaid account are used up.</source>
        <translation>Das Guthaben Ihres Plaid-Kontos ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The data folder cannot be made or written.</source>
        <translation>Der Datenordner lässt sich nicht anlegen oder beschreiben.</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>Die Datenbank ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The database did not accept a step{told_name}; nothing of it was written.</source>
        <translation>Die Datenbank hat einen Schritt{told_name} nicht angenommen; nichts davon wurde geschrieben.</translation>
    </message>
    <message>
        <source>The database file cannot be opened in its folder.</source>
        <translation>Die Datei der Datenbank lässt sich in ihrem Ordner nicht öffnen.</translation>
    </message>
    <message>
        <source>The database file is damaged.</source>
        <translation>Die Datei der Datenbank ist beschädigt.</translation>
    </message>
    <message>
        <source>The database file or its folder cannot be written.</source>
        <translation>Die Datei der Datenbank oder ihr Ordner ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The database has schema {at}; this program knows schemas up to {newest}.</source>
        <translation>Die Datenbank hat das Schema {at}; dieses Programm kennt Schemas bis {newest}.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>The database is in use</source>
        <translation>Die Datenbank ist in Gebrauch</translation>
    </message>
    <message>
        <source>The database is newer than this program</source>
        <translation>Die Datenbank ist neuer als dieses Programm</translation>
    </message>
    <message>
        <source>The database is read-only</source>
        <translation>Die Datenbank ist schreibgeschützt</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>Das Datum fehlt.</translation>
    </message>
    <message>
        <source>The date is no day of the calendar.</source>
        <translation>Diesen Tag gibt es im Kalender nicht.</translation>
    </message>
    <message>
        <source>The date is not written as a date.</source>
        <translation>Das Datum ist nicht als Datum geschrieben.</translation>
    </message>
    <message>
        <source>The demo bank did not start; what it said stands above.</source>
        <translation>Die Demobank ist nicht gestartet; was sie sagte, steht oben.</translation>
    </message>
    <message>
        <source>The demo bank refused: {json}.</source>
        <translation>Die Demobank hat abgelehnt: {json}.</translation>
    </message>
    <message>
        <source>The demo bank wants its control token: --control-token or {token_variable}.</source>
        <translation>Die Demobank verlangt ihr Steuertoken: --control-token oder {token_variable}.</translation>
    </message>
    <message>
        <source>The demo bank&apos;s control interface does not answer.</source>
        <translation>Die Steuerung der Demobank antwortet nicht.</translation>
    </message>
    <message>
        <source>The demo does not work</source>
        <translation>Die Demo geht nicht</translation>
    </message>
    <message>
        <source>The demo&apos;s relay did not start; what it said stands above.</source>
        <translation>Das Relay der Demo ist nicht gestartet; was es sagte, steht oben.</translation>
    </message>
    <message>
        <source>The disk is full or failing</source>
        <translation>Die Festplatte ist voll oder fällt aus</translation>
    </message>
    <message>
        <source>The entry has no end.</source>
        <translation>Der Eintrag hat kein Ende.</translation>
    </message>
    <message>
        <source>The file .env in this folder cannot be read.</source>
        <translation>Die Datei .env in diesem Ordner ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file ends in the middle: entries may be missing.</source>
        <translation>Die Datei endet mittendrin: Einträge können fehlen.</translation>
    </message>
    <message>
        <source>The file has no manifest that can be read, so it is no archive of a ledger.</source>
        <translation>Die Datei hat kein lesbares Verzeichnis und ist deshalb kein Archiv eines Kontobuchs.</translation>
    </message>
    <message>
        <source>The file has no {missing}, and none is kept; nothing was taken over.</source>
        <translation>Die Datei hat kein {missing}, und keines ist hinterlegt; nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>The file is a database of another program.</source>
        <translation>Die Datei ist eine Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is not a database, or its beginning is damaged.</source>
        <translation>Die Datei ist keine Datenbank, oder ihr Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>The file names no setting that BudgetSync knows.</source>
        <translation>Die Datei nennt keine Einstellung, die BudgetSync kennt.</translation>
    </message>
    <message>
        <source>The file with the secrets is not one of BudgetSync&apos;s, or is damaged.</source>
        <translation>Die Datei mit den Geheimnissen ist keine von BudgetSync oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation>Die Datei {name} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file {name} is no archive, or it is damaged; nothing was read from it.</source>
        <translation>Die Datei {name} ist kein Archiv oder ist beschädigt; nichts wurde daraus gelesen.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read, so what you chose before is not known. Your ledgers are untouched.</source>
        <translation>Die Datei {path} ist nicht lesbar, deshalb ist nicht bekannt, was Sie früher gewählt haben. Ihre Kontobücher sind unberührt.</translation>
    </message>
    <message>
        <source>The files in the archive are not those that its manifest names.</source>
        <translation>Die Dateien im Archiv sind nicht die, die sein Verzeichnis nennt.</translation>
    </message>
    <message>
        <source>The key cannot be used</source>
        <translation>Der Schlüssel ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The key of the demo bank&apos;s sealed file cannot be read.</source>
        <translation>Der Schlüssel der versiegelten Datei der Demobank ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The key of the demo bank&apos;s sealed file is damaged.</source>
        <translation>Der Schlüssel der versiegelten Datei der Demobank ist beschädigt.</translation>
    </message>
    <message>
        <source>The key of this connection does not lead to a SimpleFIN server over a sealed connection.</source>
        <translation>Der Schlüssel dieser Verbindung führt nicht über eine verschlüsselte Leitung zu einem SimpleFIN-Server.</translation>
    </message>
    <message>
        <source>The key of this connection is missing</source>
        <translation>Der Schlüssel dieser Verbindung fehlt</translation>
    </message>
    <message>
        <source>The key of this connection is no longer valid.</source>
        <translation>Der Schlüssel dieser Verbindung gilt nicht mehr.</translation>
    </message>
    <message>
        <source>The key that a webhook was signed with could not be asked for.</source>
        <translation>Der Schlüssel, mit dem ein Webhook signiert war, war nicht zu erfragen.</translation>
    </message>
    <message>
        <source>The keyring cannot be used</source>
        <translation>Der Schlüsselbund ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The keyring did not accept a step.</source>
        <translation>Der Schlüsselbund hat einen Schritt nicht angenommen.</translation>
    </message>
    <message>
        <source>The keyring did not give back what was written to it.</source>
        <translation>Der Schlüsselbund gab nicht zurück, was in ihn geschrieben wurde.</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>The keyring is locked, or waits for a password.</source>
        <translation>Der Schlüsselbund ist gesperrt oder wartet auf ein Passwort.</translation>
    </message>
    <message>
        <source>The keyring of this computer has no key for this connection.</source>
        <translation>Der Schlüsselbund dieses Rechners hat keinen Schlüssel für diese Verbindung.</translation>
    </message>
    <message>
        <source>The keys of this program cannot be changed while it runs.</source>
        <translation>Die Schlüssel dieses Programms lassen sich nicht ändern, während es läuft.</translation>
    </message>
    <message>
        <source>The keys were not taken over</source>
        <translation>Die Schlüssel wurden nicht übernommen</translation>
    </message>
    <message>
        <source>The ledger has changed meanwhile</source>
        <translation>Das Kontobuch hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>The ledger was replaced</source>
        <translation>Das Kontobuch wurde ersetzt</translation>
    </message>
    <message>
        <source>The ledger&apos;s file could not be checked</source>
        <translation>Die Datei des Kontobuchs konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>The ledger&apos;s file is damaged</source>
        <translation>Die Datei des Kontobuchs ist beschädigt</translation>
    </message>
    <message>
        <source>The ledger&apos;s setting {prefix}{name} is {stored}.</source>
        <translation>Die Einstellung {prefix}{name} des Kontobuchs ist {stored}.</translation>
    </message>
    <message>
        <source>The other computer asks for another relay than this one&apos;s.</source>
        <translation>Der andere Rechner fragt nach einem anderen Relay als dieser.</translation>
    </message>
    <message>
        <source>The other computer let somebody else in, or has shut this one out again.</source>
        <translation>Der andere Rechner hat jemand anderen hereingelassen oder diesen wieder ausgeschlossen.</translation>
    </message>
    <message>
        <source>The parts add up to {decimal} {currency}, the row is {decimal2} {currency}: {decimal3} is left over.</source>
        <translation>Die Teile ergeben {decimal} {currency}, der Umsatz ist {decimal2} {currency}: {decimal3} bleibt übrig.</translation>
    </message>
    <message>
        <source>The place for secrets has not answered for {patience} seconds.</source>
        <translation>Der Ort für Geheimnisse hat seit {patience} Sekunden nicht geantwortet.</translation>
    </message>
    <message>
        <source>The provider did not take the address</source>
        <translation>Der Anbieter hat die Adresse nicht übernommen</translation>
    </message>
    <message>
        <source>The provider says that it sent some, and they did not come here. Syncs by the clock bring everything, later.</source>
        <translation>Der Anbieter sagt, er habe welche gesendet, und sie kamen hier nicht an. Abgleiche nach der Uhr bringen alles, nur später.</translation>
    </message>
    <message>
        <source>The provider sent a row of an account that it did not describe.</source>
        <translation>Der Anbieter hat einen Umsatz eines Kontos gesendet, das er nicht beschrieben hat.</translation>
    </message>
    <message>
        <source>The provider sent a {what} that cannot be read.</source>
        <translation>Der Anbieter hat etwas Unlesbares gesendet: {what}.</translation>
    </message>
    <message>
        <source>The provider&apos;s pages go in a circle; they were dropped.</source>
        <translation>Die Seiten des Anbieters gehen im Kreis; sie wurden verworfen.</translation>
    </message>
    <message>
        <source>The receiver of webhooks did not start.</source>
        <translation>Der Empfänger für Webhooks ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The receiver of webhooks ended by itself.</source>
        <translation>Der Empfänger für Webhooks hat sich von selbst beendet.</translation>
    </message>
    <message>
        <source>The relay cannot be reached</source>
        <translation>Das Relay ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The relay did not answer in time.</source>
        <translation>Das Relay hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The relay did not do what it was asked.</source>
        <translation>Das Relay hat nicht getan, worum es gebeten wurde.</translation>
    </message>
    <message>
        <source>The relay did not say which events it has.</source>
        <translation>Das Relay hat nicht gesagt, welche Ereignisse es hat.</translation>
    </message>
    <message>
        <source>The relay did not take the test event: it answered {status}.</source>
        <translation>Das Relay hat das Testereignis nicht angenommen: Es antwortete {status}.</translation>
    </message>
    <message>
        <source>The relay does not accept this computer&apos;s signature.</source>
        <translation>Das Relay nimmt die Signatur dieses Rechners nicht an.</translation>
    </message>
    <message>
        <source>The relay does not know this computer or its mailbox any more.</source>
        <translation>Das Relay kennt diesen Rechner oder sein Postfach nicht mehr.</translation>
    </message>
    <message>
        <source>The relay does not let this computer in.</source>
        <translation>Das Relay lässt diesen Rechner nicht herein.</translation>
    </message>
    <message>
        <source>The relay ended its stream before it began.</source>
        <translation>Das Relay hat seinen Strom beendet, bevor er begann.</translation>
    </message>
    <message>
        <source>The relay ended its stream.</source>
        <translation>Das Relay hat seinen Strom beendet.</translation>
    </message>
    <message>
        <source>The relay fell silent.</source>
        <translation>Das Relay ist verstummt.</translation>
    </message>
    <message>
        <source>The relay gave a name that cannot be used.</source>
        <translation>Das Relay gab einen Namen, der nicht verwendbar ist.</translation>
    </message>
    <message>
        <source>The relay gave an address that cannot be used.</source>
        <translation>Das Relay gab eine Adresse, die nicht verwendbar ist.</translation>
    </message>
    <message>
        <source>The relay gives mailboxes to those it invited only: the invite is unknown, was used or has run out.</source>
        <translation>Das Relay gibt Postfächer nur denen, die es eingeladen hat: Die Einladung ist unbekannt, verbraucht oder abgelaufen.</translation>
    </message>
    <message>
        <source>The relay has no room for more.</source>
        <translation>Das Relay hat keinen Platz für mehr.</translation>
    </message>
    <message>
        <source>The relay is too busy.</source>
        <translation>Das Relay ist überlastet.</translation>
    </message>
    <message>
        <source>The relay refuses this computer</source>
        <translation>Das Relay lehnt diesen Rechner ab</translation>
    </message>
    <message>
        <source>The relay sends far more than webhooks.</source>
        <translation>Das Relay sendet weit mehr als Webhooks.</translation>
    </message>
    <message>
        <source>The relay sent an event that is too large to be one.</source>
        <translation>Das Relay hat ein Ereignis gesendet, das zu groß für eines ist.</translation>
    </message>
    <message>
        <source>The relay sent an event without a number.</source>
        <translation>Das Relay hat ein Ereignis ohne Nummer gesendet.</translation>
    </message>
    <message>
        <source>The relay took the test event and did not give it back in time.</source>
        <translation>Das Relay nahm das Testereignis an und gab es nicht rechtzeitig zurück.</translation>
    </message>
    <message>
        <source>The relay wants a new session.</source>
        <translation>Das Relay verlangt eine neue Sitzung.</translation>
    </message>
    <message>
        <source>The relay&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Relays ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The relay&apos;s answer is too large.</source>
        <translation>Die Antwort des Relays ist zu groß.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate is not one that this computer trusts.</source>
        <translation>Dem Zertifikat des Relays vertraut dieser Rechner nicht.</translation>
    </message>
    <message>
        <source>The relay&apos;s database changed during the test.</source>
        <translation>Die Datenbank des Relays wechselte während des Tests.</translation>
    </message>
    <message>
        <source>The relay&apos;s database is another one than before.</source>
        <translation>Die Datenbank des Relays ist eine andere als zuvor.</translation>
    </message>
    <message>
        <source>The relay&apos;s session cannot be used.</source>
        <translation>Die Sitzung des Relays ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The relay&apos;s stream did not begin.</source>
        <translation>Der Strom des Relays hat nicht begonnen.</translation>
    </message>
    <message>
        <source>The rows are kept aside, not lost; update BudgetSync, or report the currency.</source>
        <translation>Die Umsätze liegen beiseite und sind nicht verloren; aktualisieren Sie BudgetSync oder melden Sie die Währung.</translation>
    </message>
    <message>
        <source>The same trouble has come again as letter {newer}.</source>
        <translation>Dieselbe Störung ist als Vorgang {newer} wiedergekommen.</translation>
    </message>
    <message>
        <source>The sealed file is locked</source>
        <translation>Die versiegelte Datei ist gesperrt</translation>
    </message>
    <message>
        <source>The sealed file on this computer has no key for this connection.</source>
        <translation>Die versiegelte Datei auf diesem Rechner hat keinen Schlüssel für diese Verbindung.</translation>
    </message>
    <message>
        <source>The sealed file with the secrets cannot be read.</source>
        <translation>Die versiegelte Datei mit den Geheimnissen ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The sealed file with the secrets cannot be written.</source>
        <translation>Die versiegelte Datei mit den Geheimnissen ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The sealed file with the secrets does not open with this passphrase.</source>
        <translation>Die versiegelte Datei mit den Geheimnissen öffnet sich mit dieser Passphrase nicht.</translation>
    </message>
    <message>
        <source>The secure connection to Plaid could not be made.</source>
        <translation>Die sichere Verbindung zu Plaid kam nicht zustande.</translation>
    </message>
    <message>
        <source>The server did not take the setup token (HTTP {status}).</source>
        <translation>Der Server hat das Einrichtungstoken nicht angenommen (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server does not accept the key of this connection any more.</source>
        <translation>Der Server nimmt den Schlüssel dieser Verbindung nicht mehr an.</translation>
    </message>
    <message>
        <source>The server does not know this setup token, or somebody has claimed it before. If that was not you, they may read your accounts.</source>
        <translation>Der Server kennt dieses Einrichtungstoken nicht, oder jemand hat es schon eingelöst. Wenn Sie das nicht waren, kann derjenige Ihre Konten lesen.</translation>
    </message>
    <message>
        <source>The server refused the request (HTTP {status}).</source>
        <translation>Der Server hat die Anfrage abgelehnt (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server says that something is wrong, without words.</source>
        <translation>Der Server sagt ohne Worte, dass etwas nicht stimmt.</translation>
    </message>
    <message>
        <source>The server sent a row that cannot be read.</source>
        <translation>Der Server hat eine Zeile gesendet, die nicht lesbar ist.</translation>
    </message>
    <message>
        <source>The server sent an account that cannot be read.</source>
        <translation>Der Server hat ein Konto gesendet, das nicht lesbar ist.</translation>
    </message>
    <message>
        <source>The set-up needs attention</source>
        <translation>Die Einrichtung braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>The sign-in at the bank was not finished.</source>
        <translation>Die Anmeldung bei der Bank wurde nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>The source in charge tells of account {other}: that one stays.</source>
        <translation>Die führende Quelle berichtet von Konto {other}: Dieses bleibt.</translation>
    </message>
    <message>
        <source>The statement is in a currency that is not in use any more.</source>
        <translation>Der Auszug ist in einer Währung, die nicht mehr in Gebrauch ist.</translation>
    </message>
    <message>
        <source>The statement is in {told}, the account {name} in {kept}.</source>
        <translation>Der Auszug ist in {told}, das Konto {name} in {kept}.</translation>
    </message>
    <message>
        <source>The table in this file cannot be read: a quoted text has no end.</source>
        <translation>Die Tabelle in dieser Datei kann nicht gelesen werden: Ein Text in Anführungszeichen hat kein Ende.</translation>
    </message>
    <message>
        <source>The table {name} is not as it was written: its checksum differs.</source>
        <translation>Die Tabelle {name} ist nicht so, wie sie geschrieben wurde: Ihre Prüfsumme weicht ab.</translation>
    </message>
    <message>
        <source>The token was not taken</source>
        <translation>Das Token wurde nicht angenommen</translation>
    </message>
    <message>
        <source>The transactions here and the bank&apos;s balance differ by {drift}.</source>
        <translation>Die Umsätze hier und der Saldo der Bank weichen um {drift} ab.</translation>
    </message>
    <message>
        <source>The two amounts differ.</source>
        <translation>Die beiden Beträge unterscheiden sich.</translation>
    </message>
    <message>
        <source>The user name at the bank is not the one that was connected.</source>
        <translation>Der Benutzername bei der Bank ist nicht der, der verbunden wurde.</translation>
    </message>
    <message>
        <source>Their access could not be taken away: {join}.</source>
        <translation>Der Zugriff ließ sich nicht entziehen: {join}.</translation>
    </message>
    <message>
        <source>Then nothing new comes until it is renewed.</source>
        <translation>Dann kommt nichts Neues, bis sie erneuert wird.</translation>
    </message>
    <message>
        <source>There are no entries in this file.</source>
        <translation>In dieser Datei sind keine Einträge.</translation>
    </message>
    <message>
        <source>There is a file {name} already; it was left as it is.</source>
        <translation>Es gibt schon eine Datei {name}; sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>There is no account {account_id}.</source>
        <translation>Es gibt kein Konto {account_id}.</translation>
    </message>
    <message>
        <source>There is no backup {name}.</source>
        <translation>Es gibt keine Sicherung {name}.</translation>
    </message>
    <message>
        <source>There is no bank with this id.</source>
        <translation>Es gibt keine Bank mit dieser Kennung.</translation>
    </message>
    <message>
        <source>There is no command {command_id}.</source>
        <translation>Es gibt keinen Befehl {command_id}.</translation>
    </message>
    <message>
        <source>There is no connection {item_id}.</source>
        <translation>Es gibt keine Verbindung {item_id}.</translation>
    </message>
    <message>
        <source>There is no currency {currency}.</source>
        <translation>Es gibt keine Währung {currency}.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Es gibt keine Datei {name}.</translation>
    </message>
    <message>
        <source>There is no filter {name}; its words are looked for. Filters are {known}.</source>
        <translation>Es gibt keinen Filter {name}; nach seinen Wörtern wird gesucht. Filter sind {known}.</translation>
    </message>
    <message>
        <source>There is no format {form}.</source>
        <translation>Es gibt kein Format {form}.</translation>
    </message>
    <message>
        <source>There is no letter {number}.</source>
        <translation>Es gibt keinen Vorgang {number}.</translation>
    </message>
    <message>
        <source>There is no observation {observation_id}.</source>
        <translation>Es gibt keine Beobachtung {observation_id}.</translation>
    </message>
    <message>
        <source>There is no open notice {number}.</source>
        <translation>Es gibt keine offene Meldung {number}.</translation>
    </message>
    <message>
        <source>There is no open suggestion {number}.</source>
        <translation>Es gibt keinen offenen Vorschlag {number}.</translation>
    </message>
    <message>
        <source>There is no run {run_id} that wrote anything.</source>
        <translation>Es gibt keinen Abgleich {run_id}, der etwas geschrieben hat.</translation>
    </message>
    <message>
        <source>There is no run {run_id}.</source>
        <translation>Es gibt keinen Abgleich {run_id}.</translation>
    </message>
    <message>
        <source>There is no source {source_account}.</source>
        <translation>Es gibt keine Quelle {source_account}.</translation>
    </message>
    <message>
        <source>There is no space left for the database; nothing of this step was written.</source>
        <translation>Für die Datenbank ist kein Platz mehr; von diesem Schritt wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>There is no space left, or the disk fails; nothing was left half-written.</source>
        <translation>Es ist kein Platz mehr, oder die Festplatte fällt aus; nichts blieb halb geschrieben.</translation>
    </message>
    <message>
        <source>There is no statement in this file.</source>
        <translation>In dieser Datei ist kein Auszug.</translation>
    </message>
    <message>
        <source>There is no table of days and amounts in this file.</source>
        <translation>In dieser Datei ist keine Tabelle mit Tagen und Beträgen.</translation>
    </message>
    <message>
        <source>There is no transaction {number}.</source>
        <translation>Es gibt keinen Umsatz {number}.</translation>
    </message>
    <message>
        <source>There is no type of account {type}.</source>
        <translation>Es gibt keine Kontoart {type}.</translation>
    </message>
    <message>
        <source>There is no word in this.</source>
        <translation>Darin ist kein Wort.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>These keys are not for this environment of Plaid.</source>
        <translation>Diese Schlüssel sind nicht für diese Umgebung von Plaid.</translation>
    </message>
    <message>
        <source>These keys may not use Plaid&apos;s Transactions product.</source>
        <translation>Diese Schlüssel dürfen Plaids Produkt Transactions nicht nutzen.</translation>
    </message>
    <message>
        <source>These keys may not use this part of Plaid.</source>
        <translation>Diese Schlüssel dürfen diesen Teil von Plaid nicht nutzen.</translation>
    </message>
    <message>
        <source>These two accounts are in different currencies.</source>
        <translation>Diese beiden Konten sind in verschiedenen Währungen.</translation>
    </message>
    <message>
        <source>These two rows are in different accounts or currencies.</source>
        <translation>Diese beiden Umsätze haben verschiedene Konten oder Währungen.</translation>
    </message>
    <message>
        <source>They see the names in {folder}; the ledger&apos;s own files are closed to them.</source>
        <translation>Sie sehen die Namen in {folder}; die Dateien des Kontobuchs selbst sind ihnen verschlossen.</translation>
    </message>
    <message>
        <source>This XML has a text of several megabytes.</source>
        <translation>Dieses XML enthält einen Text von mehreren Megabyte.</translation>
    </message>
    <message>
        <source>This XML is nested in a way that no bank&apos;s statement is.</source>
        <translation>Dieses XML ist verschachtelt, wie es kein Auszug einer Bank ist.</translation>
    </message>
    <message>
        <source>This account&apos;s files went to another account before, and what they told is still there.</source>
        <translation>Die Dateien dieses Kontos gingen bisher in ein anderes Konto, und was sie meldeten, ist noch da.</translation>
    </message>
    <message>
        <source>This balance cannot be read.</source>
        <translation>Dieser Saldo lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This bank does not offer transactions through Plaid.</source>
        <translation>Diese Bank bietet über Plaid keine Umsätze an.</translation>
    </message>
    <message>
        <source>This can be one of {join}.</source>
        <translation>Das kann eines sein von {join}.</translation>
    </message>
    <message>
        <source>This computer has a mailbox already.</source>
        <translation>Dieser Rechner hat schon ein Postfach.</translation>
    </message>
    <message>
        <source>This computer is paired with another relay.</source>
        <translation>Dieser Rechner ist mit einem anderen Relay gekoppelt.</translation>
    </message>
    <message>
        <source>This connection was removed at Plaid.</source>
        <translation>Diese Verbindung wurde bei Plaid entfernt.</translation>
    </message>
    <message>
        <source>This data folder holds {stored} data, not {environment} data.</source>
        <translation>Dieser Datenordner enthält Daten von {stored}, nicht von {environment}.</translation>
    </message>
    <message>
        <source>This day is not in the calendar.</source>
        <translation>Diesen Tag gibt es nicht im Kalender.</translation>
    </message>
    <message>
        <source>This entry has no day, direction or amount that can be read.</source>
        <translation>Dieser Eintrag hat keinen Tag, keine Richtung oder keinen Betrag, der sich lesen lässt.</translation>
    </message>
    <message>
        <source>This file cannot be imported</source>
        <translation>Diese Datei lässt sich nicht importieren</translation>
    </message>
    <message>
        <source>This file has a document type, as no bank&apos;s statement has.</source>
        <translation>Diese Datei hat einen Dokumenttyp, wie ihn kein Auszug einer Bank hat.</translation>
    </message>
    <message>
        <source>This file has no statement at its beginning.</source>
        <translation>Diese Datei hat an ihrem Anfang keinen Auszug.</translation>
    </message>
    <message>
        <source>This file was refused</source>
        <translation>Diese Datei wurde abgewiesen</translation>
    </message>
    <message>
        <source>This format names no currency, and none that is in use was chosen for it.</source>
        <translation>Dieses Format nennt keine Währung, und es wurde keine gültige dafür gewählt.</translation>
    </message>
    <message>
        <source>This is a web page, perhaps the bank&apos;s sign-in page, not a statement.</source>
        <translation>Das ist eine Webseite, vielleicht die Anmeldeseite der Bank, kein Auszug.</translation>
    </message>
    <message>
        <source>This is how BudgetSync tells you something</source>
        <translation>So meldet Ihnen BudgetSync etwas</translation>
    </message>
    <message>
        <source>This is no XML that can be read.</source>
        <translation>Das ist kein XML, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>This is no XML that can be read; the mistake is in line {line}.</source>
        <translation>Das ist kein XML, das sich lesen lässt; der Fehler ist in Zeile {line}.</translation>
    </message>
    <message>
        <source>This is no amount; its words are looked for.</source>
        <translation>Das ist kein Betrag; nach seinen Wörtern wird gesucht.</translation>
    </message>
    <message>
        <source>This is no setup token</source>
        <translation>Das ist kein Einrichtungstoken</translation>
    </message>
    <message>
        <source>This is no statement that BudgetSync knows</source>
        <translation>Das ist kein Auszug, den BudgetSync kennt</translation>
    </message>
    <message>
        <source>This is no text: there are zero bytes in it.</source>
        <translation>Das ist kein Text: Es sind Nullbytes darin.</translation>
    </message>
    <message>
        <source>This is {name}, not a statement in text form.</source>
        <translation>Das ist {name}, kein Auszug in Textform.</translation>
    </message>
    <message>
        <source>This ledger is not empty, and an archive is never mixed into another ledger.</source>
        <translation>Dieses Kontobuch ist nicht leer, und ein Archiv wird nie mit einem anderen Kontobuch vermischt.</translation>
    </message>
    <message>
        <source>This ledger is the demo bank&apos;s, and its place for secrets is not made for real keys.</source>
        <translation>Dieses Kontobuch gehört der Demobank, und sein Ort für Geheimnisse ist nicht für echte Schlüssel gemacht.</translation>
    </message>
    <message>
        <source>This program was put together without a relay&apos;s client.</source>
        <translation>Dieses Programm wurde ohne Relay-Client zusammengestellt.</translation>
    </message>
    <message>
        <source>This provider has no page on which a bank is connected.</source>
        <translation>Dieser Anbieter hat keine Seite, auf der eine Bank verbunden wird.</translation>
    </message>
    <message>
        <source>This statement cannot be read</source>
        <translation>Dieser Auszug lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>This system has no keyring for secrets.</source>
        <translation>Dieses System hat keinen Schlüsselbund für Geheimnisse.</translation>
    </message>
    <message>
        <source>This text is not what the other computer showed, or not all of it.</source>
        <translation>Dieser Text ist nicht, was der andere Rechner gezeigt hat, oder nicht alles davon.</translation>
    </message>
    <message>
        <source>This token may be compromised</source>
        <translation>Dieses Token ist vielleicht in fremden Händen</translation>
    </message>
    <message>
        <source>Today&apos;s backup was not made</source>
        <translation>Die heutige Sicherung wurde nicht gemacht</translation>
    </message>
    <message>
        <source>Tomorrow it ends, and syncs with it.</source>
        <translation>Morgen endet sie, und mit ihr der Abgleich.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Too many webhooks name keys that were never seen before.</source>
        <translation>Zu viele Webhooks nennen Schlüssel, die nie zuvor gesehen wurden.</translation>
    </message>
    <message>
        <source>Transaction {number} has become part of another one.</source>
        <translation>Der Umsatz {number} ist Teil eines anderen geworden.</translation>
    </message>
    <message>
        <source>Transaction {number} is half of no transfer.</source>
        <translation>Der Umsatz {number} ist keine Hälfte einer Umbuchung.</translation>
    </message>
    <message>
        <source>Transaction {number} is not one that the bank took back after you edited it.</source>
        <translation>Der Umsatz {number} ist keiner, den die Bank nach Ihrer Bearbeitung zurückgenommen hat.</translation>
    </message>
    <message>
        <source>Transaction {row} is not there, or in another account.</source>
        <translation>Umsatz {row} gibt es nicht, oder er ist in einem anderen Konto.</translation>
    </message>
    <message>
        <source>Transaction {row} is not yours alone: a bank or a file tells its amount.</source>
        <translation>Der Umsatz {row} ist nicht Ihrer allein: Eine Bank oder eine Datei nennt seinen Betrag.</translation>
    </message>
    <message>
        <source>Transfer of {name_of}</source>
        <translation>Umbuchung von {name_of}</translation>
    </message>
    <message>
        <source>Try again; if it stays, copy the details and report it.</source>
        <translation>Versuchen Sie es erneut; bleibt es, kopieren Sie die Einzelheiten und melden Sie es.</translation>
    </message>
    <message>
        <source>Try again; if it stays, delete the demo&apos;s data folder and start anew.</source>
        <translation>Versuchen Sie es erneut; bleibt es, löschen Sie den Datenordner der Demo und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Turn Transactions on for these keys in Plaid&apos;s dashboard, then sync again.</source>
        <translation>Schalten Sie in Plaids Dashboard Transactions für diese Schlüssel ein und gleichen Sie dann erneut ab.</translation>
    </message>
    <message>
        <source>Type one that you will remember; nobody can find it out for you.</source>
        <translation>Tippen Sie eine, die Sie sich merken; niemand kann sie für Sie herausfinden.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo of sync run {run_id}</source>
        <translation>Rückgängig: Abgleich {run_id}</translation>
    </message>
    <message>
        <source>Undo that import, or link the two accounts.</source>
        <translation>Machen Sie jenen Import rückgängig, oder verknüpfen Sie die beiden Konten.</translation>
    </message>
    <message>
        <source>Unknown currency</source>
        <translation>Unbekannte Währung</translation>
    </message>
    <message>
        <source>Unlock the login on the bank&apos;s own site, then reconnect.</source>
        <translation>Entsperren Sie den Zugang auf der Seite der Bank und melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>Unlock your system&apos;s keyring, then try again.</source>
        <translation>Entsperren Sie den Schlüsselbund Ihres Systems und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Unpair it first.</source>
        <translation>Entkoppeln Sie es zuerst.</translation>
    </message>
    <message>
        <source>Update BudgetSync; if it stays, copy the details and report it.</source>
        <translation>Aktualisieren Sie BudgetSync; bleibt es, kopieren Sie die Einzelheiten und melden Sie es.</translation>
    </message>
    <message>
        <source>Update BudgetSync; nothing was read from the archive.</source>
        <translation>Aktualisieren Sie BudgetSync; aus dem Archiv wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Update BudgetSync; the file was not touched.</source>
        <translation>Aktualisieren Sie BudgetSync; die Datei wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>Use 12 to 200 letters and digits; a dash, dot, ~ and _ may be among them.</source>
        <translation>Verwenden Sie 12 bis 200 Buchstaben und Ziffern; Bindestrich, Punkt, ~ und _ sind erlaubt.</translation>
    </message>
    <message>
        <source>Use `budgetsync connect --simplefin`.</source>
        <translation>Verwenden Sie `budgetsync connect --simplefin`.</translation>
    </message>
    <message>
        <source>Use another copy of it; the ledger was left as it was.</source>
        <translation>Verwenden Sie eine andere Kopie davon; das Kontobuch blieb, wie es war.</translation>
    </message>
    <message>
        <source>Use auto, keyring, file or memory.</source>
        <translation>Verwenden Sie auto, keyring, file oder memory.</translation>
    </message>
    <message>
        <source>Use sandbox or production.</source>
        <translation>Verwenden Sie sandbox oder production.</translation>
    </message>
    <message>
        <source>Wait a few minutes; the next sync looks again by itself.</source>
        <translation>Warten Sie ein paar Minuten; der nächste Abgleich sieht von selbst wieder nach.</translation>
    </message>
    <message>
        <source>Wait a little: it is tried again by itself, and the sync by the clock goes on.</source>
        <translation>Warten Sie ein wenig: Es wird von selbst erneut versucht, und der Abgleich nach der Uhr geht weiter.</translation>
    </message>
    <message>
        <source>Wait a minute; the next sync tries again by itself.</source>
        <translation>Warten Sie eine Minute; der nächste Abgleich versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>Wait for the next sync, which tries again by itself, or press Sync now.</source>
        <translation>Warten Sie auf den nächsten Abgleich, der es von selbst erneut versucht, oder drücken Sie Jetzt abgleichen.</translation>
    </message>
    <message>
        <source>Wait, or sync now to try at once.</source>
        <translation>Warten Sie oder gleichen Sie jetzt ab, um es sofort zu versuchen.</translation>
    </message>
    <message>
        <source>Webhooks cannot be received</source>
        <translation>Webhooks können nicht empfangen werden</translation>
    </message>
    <message>
        <source>What answers at the relay&apos;s address is no relay.</source>
        <translation>Was an der Adresse des Relays antwortet, ist kein Relay.</translation>
    </message>
    <message>
        <source>What the bank itself said cannot be undone, only edited.</source>
        <translation>Was die Bank selbst gesagt hat, lässt sich nicht rückgängig machen, nur bearbeiten.</translation>
    </message>
    <message>
        <source>What was kept aside cannot be unpacked.</source>
        <translation>Was beiseitegelegt wurde, lässt sich nicht entpacken.</translation>
    </message>
    <message>
        <source>What was pasted does not lead to a SimpleFIN server over a sealed connection.</source>
        <translation>Was eingefügt wurde, führt nicht über eine verschlüsselte Leitung zu einem SimpleFIN-Server.</translation>
    </message>
    <message>
        <source>What you chose cannot be written to {path}.</source>
        <translation>Ihre Auswahl lässt sich nicht in {path} schreiben.</translation>
    </message>
    <message>
        <source>Within a week it ends, and syncs with it.</source>
        <translation>In einer Woche endet sie, und mit ihr der Abgleich.</translation>
    </message>
    <message>
        <source>Within a week the bank ends it, and syncs with it.</source>
        <translation>In einer Woche beendet die Bank sie, und mit ihr den Abgleich.</translation>
    </message>
    <message>
        <source>Write it like 30m, 1h or 2d.</source>
        <translation>Schreiben Sie sie wie 30m, 1h oder 2d.</translation>
    </message>
    <message>
        <source>Write it such as 12.50, or +12.50 for what comes in, without thousands marks.</source>
        <translation>Schreiben Sie ihn etwa 12.50, oder +12.50 für das, was hereinkommt, ohne Tausendertrennzeichen.</translation>
    </message>
    <message>
        <source>Write them like 22:00-07:00, or off.</source>
        <translation>Schreiben Sie sie wie 22:00-07:00, oder off.</translation>
    </message>
    <message>
        <source>Write tomorrow, 18:30 or 2026-12-01.</source>
        <translation>Schreiben Sie tomorrow, 18:30 oder 2026-12-01.</translation>
    </message>
    <message>
        <source>YNAB CSV</source>
        <translation>CSV für YNAB</translation>
    </message>
    <message>
        <source>You did not delete transaction {number}.</source>
        <translation>Den Umsatz {number} haben Sie nicht gelöscht.</translation>
    </message>
    <message>
        <source>You removed this connection; its history stays here.</source>
        <translation>Sie haben diese Verbindung entfernt; ihr Verlauf bleibt hier.</translation>
    </message>
    <message>
        <source>Your Plaid account has to be registered with this bank first.</source>
        <translation>Ihr Plaid-Konto muss zuerst bei dieser Bank registriert werden.</translation>
    </message>
    <message>
        <source>Your choice cannot be read</source>
        <translation>Ihre Auswahl ist nicht lesbar</translation>
    </message>
    <message>
        <source>Your choice is not remembered</source>
        <translation>Ihre Auswahl wird nicht gemerkt</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Ihr eigener</translation>
    </message>
    <message>
        <source>Your own entries</source>
        <translation>Eigene Einträge</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ein PDF</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a ZIP archive or a workbook (XLSX, ODS)</source>
        <translation>ein ZIP-Archiv oder eine Arbeitsmappe (XLSX, ODS)</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>ein bzip2-Archiv</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a document (RTF)</source>
        <translation>ein Dokument (RTF)</translation>
    </message>
    <message>
        <source>a file sealed with your passphrase</source>
        <translation>Datei, mit Ihrer Passphrase versiegelt</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a raw row that is none</source>
        <translation>ein Rohdatensatz, der keiner ist</translation>
    </message>
    <message>
        <source>a sealed file (demo bank)</source>
        <translation>versiegelte Datei (Demobank)</translation>
    </message>
    <message>
        <source>a suggestion</source>
        <translation>ein Vorschlag</translation>
    </message>
    <message>
        <source>a transaction</source>
        <translation>einen Umsatz</translation>
    </message>
    <message>
        <source>an old Excel workbook (XLS)</source>
        <translation>eine alte Excel-Arbeitsmappe (XLS)</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>ein xz-Archiv</translation>
    </message>
    <message>
        <source>apply removals</source>
        <translation>Rücknahmen übernehmen</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>dismiss removals</source>
        <translation>Rücknahmen verwerfen</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>an Ort und Stelle</translation>
    </message>
    <message>
        <source>is damaged itself</source>
        <translation>ist selbst beschädigt</translation>
    </message>
    <message>
        <source>is of another environment or program, or a newer version wrote it</source>
        <translation>ist von einer anderen Umgebung oder einem anderen Programm, oder eine neuere Version hat sie geschrieben</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>losgelassen</translation>
    </message>
    <message>
        <source>memory, for this session only</source>
        <translation>Arbeitsspeicher, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>removal held</source>
        <translation>Rücknahme zurückgehalten</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>splits</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>take apart</source>
        <translation>trennen</translation>
    </message>
    <message>
        <source>taken back by the bank</source>
        <translation>von der Bank zurückgenommen</translation>
    </message>
    <message>
        <source>the bank&apos;s row</source>
        <translation>der Umsatz der Bank</translation>
    </message>
    <message>
        <source>the row has no id</source>
        <translation>der Umsatz hat keine Kennung</translation>
    </message>
    <message>
        <source>the row has no id, or no amount</source>
        <translation>die Zeile hat keine Kennung oder keinen Betrag</translation>
    </message>
    <message>
        <source>the row has no usable day</source>
        <translation>die Zeile hat keinen verwendbaren Tag</translation>
    </message>
    <message>
        <source>the suggestion for {names}</source>
        <translation>der Vorschlag für {names}</translation>
    </message>
    <message>
        <source>the system keyring</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>the system keyring ({name})</source>
        <translation>Schlüsselbund des Systems ({name})</translation>
    </message>
    <message>
        <source>transaction {number}</source>
        <translation>Umsatz {number}</translation>
    </message>
    <message>
        <source>with transaction {stored}</source>
        <translation>mit Umsatz {stored}</translation>
    </message>
    <message>
        <source>{abs} (currency not known)</source>
        <translation>{abs} (Währung nicht bekannt)</translation>
    </message>
    <message>
        <source>{account} has had no new transaction for far longer than usual.</source>
        <translation>{account} hat viel länger als üblich keinen neuen Umsatz.</translation>
    </message>
    <message>
        <source>{bank} asks for your consent by tomorrow</source>
        <translation>{bank} bittet bis morgen um Ihre Zustimmung</translation>
    </message>
    <message>
        <source>{bank} asks for your consent soon</source>
        <translation>{bank} bittet bald um Ihre Zustimmung</translation>
    </message>
    <message>
        <source>{bank} ends this connection by tomorrow</source>
        <translation>{bank} beendet diese Verbindung bis morgen</translation>
    </message>
    <message>
        <source>{bank} ends this connection soon</source>
        <translation>{bank} beendet diese Verbindung bald</translation>
    </message>
    <message>
        <source>{bank} has announced the end of this connection</source>
        <translation>{bank} hat das Ende dieser Verbindung angekündigt</translation>
    </message>
    <message>
        <source>{bank} needs your consent</source>
        <translation>{bank} braucht Ihre Zustimmung</translation>
    </message>
    <message>
        <source>{bank}: not synced for long</source>
        <translation>{bank}: lange nicht abgeglichen</translation>
    </message>
    <message>
        <source>{bank}: nothing new from the bank</source>
        <translation>{bank}: nichts Neues von der Bank</translation>
    </message>
    <message>
        <source>{base}, as the bank says</source>
        <translation>{base}, wie die Bank sagt</translation>
    </message>
    <message>
        <source>{capitalize} does not answer</source>
        <translation>{capitalize} antwortet nicht</translation>
    </message>
    <message>
        <source>{causes} things</source>
        <translation>{causes} Dinge</translation>
    </message>
    <message>
        <source>{count} rows of {table} refer to rows that are not there</source>
        <translation>{count} Zeilen von {table} verweisen auf Zeilen, die es nicht gibt</translation>
    </message>
    <message>
        <source>{field} is not a field that can be typed into.</source>
        <translation>{field} ist kein Feld, in das man schreiben kann.</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>{host} is neither Plaid nor this computer, so no key is sent to it.</source>
        <translation>{host} ist weder Plaid noch dieser Rechner, deshalb wird kein Schlüssel dorthin gesendet.</translation>
    </message>
    <message>
        <source>{host}:{port} cannot be listened at: {value}.</source>
        <translation>An {host}:{port} lässt sich nicht horchen: {value}.</translation>
    </message>
    <message>
        <source>{join} and {words}</source>
        <translation>{join} und {words}</translation>
    </message>
    <message>
        <source>{len} bytes</source>
        <translation>{len} Byte</translation>
    </message>
    <message>
        <source>{len} bytes that cannot be unpacked</source>
        <translation>{len} Byte, die sich nicht entpacken lassen</translation>
    </message>
    <message>
        <source>{many} could not be dealt with and will not be tried again without you. Nothing is lost.</source>
        <translation>Nicht zu erledigen, und ohne Sie nicht erneut versucht: {many}. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>{message} It has failed {failures} times, and goes on by itself.</source>
        <translation>{message} Es ist {failures}-mal gescheitert und geht von selbst weiter.</translation>
    </message>
    <message>
        <source>{message} It is tried again by itself.</source>
        <translation>{message} Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>{name} (connection {id}) does not need it.</source>
        <translation>{name} (Verbindung {id}) braucht das nicht.</translation>
    </message>
    <message>
        <source>{name} (connection {id}) was removed; only its history is here.</source>
        <translation>{name} (Verbindung {id}) wurde entfernt; nur ihr Verlauf ist hier.</translation>
    </message>
    <message>
        <source>{name} is connected already, as connection {id}.</source>
        <translation>{name} ist schon verbunden, als Verbindung {id}.</translation>
    </message>
    <message>
        <source>{name} is not a text file of settings.</source>
        <translation>{name} ist keine Textdatei mit Einstellungen.</translation>
    </message>
    <message>
        <source>{name} was asked a moment ago; it can be asked again in {wait} s.</source>
        <translation>{name} wurde gerade erst gefragt; in {wait} s geht es wieder.</translation>
    </message>
    <message>
        <source>{name}: its news do not arrive by themselves</source>
        <translation>{name}: Neues kommt nicht von selbst</translation>
    </message>
    <message>
        <source>{name}: there are accounts that are not shared</source>
        <translation>{name}: Es gibt Konten, die nicht freigegeben sind</translation>
    </message>
    <message>
        <source>{name}: {join} no longer shared</source>
        <translation>{name}: {join} nicht mehr freigegeben</translation>
    </message>
    <message>
        <source>{n} suggestions</source>
        <translation>{n} Vorschläge</translation>
    </message>
    <message>
        <source>{n} transactions</source>
        <translation>{n} Umsätze</translation>
    </message>
    <message>
        <source>{stored} (transaction {rpartition})</source>
        <translation>{stored} (Umsatz {rpartition})</translation>
    </message>
    <message>
        <source>{strip} is no amount in {currency}.</source>
        <translation>{strip} ist kein Betrag in {currency}.</translation>
    </message>
    <message>
        <source>{subject}: {title}</source>
        <translation>{subject}: {title}</translation>
    </message>
    <message>
        <source>{text} are not quiet hours.</source>
        <translation>{text} sind keine Ruhezeiten.</translation>
    </message>
    <message>
        <source>{text} does not say how many times as long intervals are on battery.</source>
        <translation>{text} sagt nicht, wievielmal so lang die Abstände bei Akkubetrieb sind.</translation>
    </message>
    <message>
        <source>{text} is no amount.</source>
        <translation>{text} ist kein Betrag.</translation>
    </message>
    <message>
        <source>{text} is not a length of time.</source>
        <translation>{text} ist keine Zeitdauer.</translation>
    </message>
    <message>
        <source>{text} is not a time to pause until.</source>
        <translation>{text} ist keine Zeit, bis zu der angehalten wird.</translation>
    </message>
    <message>
        <source>{text} is not a useful time between two syncs.</source>
        <translation>{text} ist keine sinnvolle Zeit zwischen zwei Abgleichen.</translation>
    </message>
    <message>
        <source>{text} is over already.</source>
        <translation>{text} ist schon vorbei.</translation>
    </message>
    <message>
        <source>{what} is not a URL.</source>
        <translation>{what} ist keine URL.</translation>
    </message>
    <message>
        <source>{what} is plain http, which anybody on the way can read and change.</source>
        <translation>{what} ist einfaches http, das unterwegs jeder lesen und ändern kann.</translation>
    </message>
    <message>
        <source>{what} of {of}</source>
        <translation>{what} ({of})</translation>
    </message>
    <message>
        <source>{where}: a difference to the bank&apos;s balance</source>
        <translation>{where}: eine Abweichung vom Saldo der Bank</translation>
    </message>
    <message>
        <source>{where}: removals to review</source>
        <translation>{where}: Rücknahmen zu prüfen</translation>
    </message>
    <message>
        <source>{words}, other</source>
        <translation>{words}, andere</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Name, such as Wallet</source>
        <translation>Name, etwa Geldbörse</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bargeld</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Bankkonto</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>Kreditkarte</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Investment</source>
        <translation>Geldanlage</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Was darin ist</translation>
    </message>
    <message>
        <source>Its balance is what is in it now and the transactions that you add.</source>
        <translation>Sein Saldo ist, was jetzt darin ist, und die Umsätze, die Sie hinzufügen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New transaction</source>
        <translation>Neuer Umsatz</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>12.50 is spent, +12.50 comes in</source>
        <translation>12.50 geht hinaus, +12.50 kommt herein</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>{payee} was added</source>
        <translation>{payee} wurde hinzugefügt</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export all transactions</source>
        <translation>Alle Umsätze exportieren</translation>
    </message>
    <message>
        <source>Export the selected transactions</source>
        <translation>Die ausgewählten Umsätze exportieren</translation>
    </message>
    <message>
        <source>Export the transactions that are listed</source>
        <translation>Die aufgelisteten Umsätze exportieren</translation>
    </message>
    <message>
        <source>{rows} written to {name}</source>
        <translation>{rows} in {name} geschrieben</translation>
    </message>
    <message>
        <source>Writing row {n} of {total}</source>
        <translation>Umsatz {n} von {total} wird geschrieben</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Account that the entries go to</source>
        <translation>Konto, in das die Einträge kommen</translation>
    </message>
    <message>
        <source>Choose an account...</source>
        <translation>Konto wählen...</translation>
    </message>
    <message>
        <source>New account: {name}, {currency}</source>
        <translation>Neues Konto: {name}, {currency}</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Auszüge</translation>
    </message>
    <message>
        <source>Import statement files</source>
        <translation>Auszugsdateien importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>{name} is imported</source>
        <translation>{name} ist importiert</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} von {total}</translation>
    </message>
    <message>
        <source>Nothing new in {name}</source>
        <translation>Nichts Neues in {name}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>Take as new</source>
        <translation>Als neu übernehmen</translation>
    </message>
    <message>
        <source>It is that one</source>
        <translation>Es ist jener</translation>
    </message>
    <message>
        <source>It is that transaction</source>
        <translation>Es ist jener Umsatz</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>{day} · {name} · {amount}</source>
        <translation>{day} · {name} · {amount}</translation>
    </message>
    <message>
        <source>Choose an entry to see what becomes of it</source>
        <translation>Wählen Sie einen Eintrag, um zu sehen, was aus ihm wird</translation>
    </message>
    <message>
        <source>What speaks for it: {signals}.</source>
        <translation>Was dafür spricht: {signals}.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Name und Text</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>{word}, chosen by you</source>
        <translation>{word}, von Ihnen gewählt</translation>
    </message>
    <message>
        <source>Statement of the file</source>
        <translation>Auszug der Datei</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>Welche Einträge gezeigt werden</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>There is no statement in this file.</source>
        <translation>In dieser Datei ist kein Auszug.</translation>
    </message>
    <message>
        <source>Entries of the statement</source>
        <translation>Einträge des Auszugs</translation>
    </message>
    <message>
        <source>All entries: {n}</source>
        <translation>Alle Einträge: {n}</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} transactions</source>
        <translation>
            <numerusform>{n} Umsatz importieren</numerusform>
            <numerusform>{n} Umsätze importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {n}: {message}</source>
        <translation>Zeile {n}: {message}</translation>
    </message>
    <message>
        <source>{n} of {total}: {name}</source>
        <translation>{n} von {total}: {name}</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more problems</source>
        <translation>
            <numerusform>und {n} weiteres Problem</numerusform>
            <numerusform>und {n} weitere Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another file...</source>
        <translation>Andere Datei wählen...</translation>
    </message>
    <message>
        <source>Import another file...</source>
        <translation>Weitere Datei importieren...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the import</source>
        <translation>Import schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Import rückgängig machen</translation>
    </message>
    <message>
        <source>It does not add up: {amount} too much or missing between {opening} and {closing}</source>
        <translation>Es geht nicht auf: {amount} zu viel oder zu wenig zwischen {opening} und {closing}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Deleted by you</source>
        <translation>Von Ihnen gelöscht</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>No source has told of it yet: it becomes a transaction.</source>
        <translation>Noch keine Quelle hat ihn gemeldet: Er wird ein Umsatz.</translation>
    </message>
    <message>
        <source>Another source told of it before: it is this transaction.</source>
        <translation>Schon von anderer Quelle gemeldet: dieser Umsatz.</translation>
    </message>
    <message>
        <source>It may be this transaction. It is taken in as a new one, and asked about under Problems.</source>
        <translation>Es kann dieser Umsatz sein. Er wird als neuer übernommen, und unter Probleme wird nachgefragt.</translation>
    </message>
    <message>
        <source>This file, or one that overlaps it, was imported before.</source>
        <translation>Diese Datei, oder eine, die sich mit ihr überschneidet, wurde schon importiert.</translation>
    </message>
    <message>
        <source>You deleted this transaction; it stays deleted.</source>
        <translation>Diesen Umsatz haben Sie gelöscht; er bleibt gelöscht.</translation>
    </message>
    <message>
        <source>It is not taken in.</source>
        <translation>Er wird nicht übernommen.</translation>
    </message>
    <message>
        <source>the amount</source>
        <translation>der Betrag</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>der Tag</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>a reference number</source>
        <translation>eine Referenznummer</translation>
    </message>
    <message>
        <source>no other row comes into question</source>
        <translation>kein anderer Umsatz kommt infrage</translation>
    </message>
    <message>
        <source>as many equal ones on either side</source>
        <translation>gleich viele gleiche auf beiden Seiten</translation>
    </message>
    <message>
        <source>the order</source>
        <translation>die Reihenfolge</translation>
    </message>
    <message>
        <source>a pending row that was booked with another amount</source>
        <translation>ein vorgemerkter Umsatz, der mit anderem Betrag gebucht wurde</translation>
    </message>
    <message>
        <source>The file does not give both balances, so it cannot be proved</source>
        <translation>Die Datei nennt nicht beide Salden, also lässt es sich nicht nachrechnen</translation>
    </message>
    <message>
        <source>Proved: {opening} + entries = {closing}</source>
        <translation>Nachgerechnet: {opening} + Einträge = {closing}</translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <translation>
            <numerusform>{n} Eintrag</numerusform>
            <numerusform>{n} Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries} from {first} to {last}</source>
        <translation>{entries} vom {first} bis {last}</translation>
    </message>
    <message numerus="yes">
        <source>{n} matched</source>
        <translation>
            <numerusform>{n} erkannt</numerusform>
            <numerusform>{n} erkannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} to look at under Problems</source>
        <translation>
            <numerusform>{n} unter Probleme anzusehen</numerusform>
            <numerusform>{n} unter Probleme anzusehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} already there</source>
        <translation>
            <numerusform>{n} schon da</numerusform>
            <numerusform>{n} schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stay deleted</source>
        <translation>
            <numerusform>{n} bleibt gelöscht</numerusform>
            <numerusform>{n} bleiben gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left out</source>
        <translation>
            <numerusform>{n} ausgelassen</numerusform>
            <numerusform>{n} ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} could not be read</source>
        <translation>
            <numerusform>{n} nicht lesbar</numerusform>
            <numerusform>{n} nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new transactions</source>
        <translation>
            <numerusform>{n} neuer Umsatz</numerusform>
            <numerusform>{n} neue Umsätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Was betrachtet wird</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>Accounts: {which}</source>
        <translation>Konten: {which}</translation>
    </message>
    <message numerus="yes">
        <source>{n} accounts</source>
        <translation>
            <numerusform>{n} Konto</numerusform>
            <numerusform>{n} Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} accounts are not drawn: their banks tell no balance.</source>
        <translation>
            <numerusform>{n} Konto ist nicht gezeichnet: Seine Bank nennt keinen Saldo.</numerusform>
            <numerusform>{n} Konten sind nicht gezeichnet: Ihre Banken nennen keinen Saldo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {shown} largest of {n}; the table has all of them.</source>
        <translation>
            <numerusform>Die {shown} größten von {n}; die Tabelle hat alle.</numerusform>
            <numerusform>Die {shown} größten von {n}; die Tabelle hat alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before: {first} to {last}</source>
        <translation>Vorher: {first} bis {last}</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Händler</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Einnahmen</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>{income} came in, {spending} went out, {rest} was left.</source>
        <translation>{income} kamen herein, {spending} gingen hinaus, {rest} blieben.</translation>
    </message>
    <message>
        <source>{income} came in, {spending} went out: {rest} more than came in.</source>
        <translation>{income} kamen herein, {spending} gingen hinaus: {rest} mehr, als hereinkam.</translation>
    </message>
    <message>
        <source>1 transaction</source>
        <translation>1 Umsatz</translation>
    </message>
    <message>
        <source>{amount} on {day}.</source>
        <translation>{amount} am {day}.</translation>
    </message>
    <message>
        <source>1 account is not drawn: its bank tells no balance.</source>
        <translation>1 Konto ist nicht gezeichnet: Seine Bank nennt keinen Saldo.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message numerus="yes">
        <source>{n} transactions</source>
        <translation>
            <numerusform>{n} Umsätze</numerusform>
            <numerusform>{n} Umsätze</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} on {day}, {change} more than on {before}.</source>
        <translation>{amount} am {day}, {change} mehr als am {before}.</translation>
    </message>
    <message>
        <source>{amount} on {day}, {change} less than on {before}.</source>
        <translation>{amount} am {day}, {change} weniger als am {before}.</translation>
    </message>
    <message>
        <source>Insights: {name}</source>
        <translation>Auswertungen: {name}</translation>
    </message>
    <message>
        <source>There are no transactions in this time. Choose another one above.</source>
        <translation>In dieser Zeit gibt es keine Umsätze. Wählen Sie oben eine andere.</translation>
    </message>
    <message>
        <source>No balance is known in this time. Choose another one above.</source>
        <translation>In dieser Zeit ist kein Saldo bekannt. Wählen Sie oben eine andere.</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Nothing was spent in this time.</source>
        <translation>In dieser Zeit wurde nichts ausgegeben.</translation>
    </message>
    <message>
        <source>Nothing came in in this time.</source>
        <translation>In dieser Zeit kam nichts herein.</translation>
    </message>
    <message>
        <source>What is shown: {title}</source>
        <translation>Was gezeigt wird: {title}</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Salden</translation>
    </message>
    <message>
        <source>Income and spending</source>
        <translation>Einnahmen und Ausgaben</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Merchants</source>
        <translation>Händler</translation>
    </message>
    <message>
        <source>Recurring payments</source>
        <translation>Wiederkehrende Zahlungen</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 Monate</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 Monate</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Own dates</source>
        <translation>Eigene Daten</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>Have it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>It waits here again.</source>
        <translation>Es wartet wieder hier.</translation>
    </message>
    <message>
        <source>It was put away.</source>
        <translation>Es wurde weggelegt.</translation>
    </message>
    <message>
        <source>What came, without names, numbers and texts</source>
        <translation>Was kam, ohne Namen, Zahlen und Texte</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weggelegt</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <translation>Wird erneut versucht</translation>
    </message>
    <message>
        <source>Not readable by this version</source>
        <translation>Für diese Version nicht lesbar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search what was kept aside</source>
        <translation>Beiseitegelegtes durchsuchen</translation>
    </message>
    <message>
        <source>State to show</source>
        <translation>Anzuzeigender Zustand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Kind to show</source>
        <translation>Anzuzeigende Art</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Connection to show</source>
        <translation>Anzuzeigende Verbindung</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>Try all that is shown again</source>
        <translation>Alles Angezeigte erneut versuchen</translation>
    </message>
    <message>
        <source>One after the other, the oldest first; what this version cannot read is left out</source>
        <translation>Nacheinander, das älteste zuerst; was diese Version nicht lesen kann, wird ausgelassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop trying all of them again</source>
        <translation>Nicht weiter alle erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>The newest {shown} of {of}</source>
        <translation>
            <numerusform>Die neuesten {shown} von {of}</numerusform>
            <numerusform>Die neuesten {shown} von {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{of} in all</source>
        <translation>
            <numerusform>Insgesamt {of}</numerusform>
            <numerusform>Insgesamt {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried {tried} of {of}</source>
        <translation>
            <numerusform>{tried} von {of} versucht</numerusform>
            <numerusform>{tried} von {of} versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes it off this list; it is kept for half a year</source>
        <translation>Nimmt es von dieser Liste; es wird noch ein halbes Jahr aufbewahrt</translation>
    </message>
    <message numerus="yes">
        <source>{tries}, of them {n} by hand with this version</source>
        <translation>
            <numerusform>{tries}, davon {n} von Hand mit dieser Version</numerusform>
            <numerusform>{tries}, davon {n} von Hand mit dieser Version</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>It could be read: the row is in the ledger now.</source>
        <translation>Es war lesbar: Der Umsatz ist jetzt im Kontobuch.</translation>
    </message>
    <message>
        <source>It is tried again with the next sync of its connection.</source>
        <translation>Es wird beim nächsten Abgleich seiner Verbindung erneut versucht.</translation>
    </message>
    <message>
        <source>It could not be read this time either. It stays here.</source>
        <translation>Auch diesmal war es nicht lesbar. Es bleibt hier.</translation>
    </message>
    <message>
        <source>It was not tried: this version cannot read it.</source>
        <translation>Es wurde nicht versucht: Diese Version kann es nicht lesen.</translation>
    </message>
    <message>
        <source>Nothing is left to be tried again.</source>
        <translation>Nichts ist mehr erneut zu versuchen.</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Tries it although this version has failed at it twice</source>
        <translation>Versucht es, obwohl diese Version zweimal daran gescheitert ist</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Vorgang</translation>
    </message>
    <message numerus="yes">
        <source>{n} solved</source>
        <translation>
            <numerusform>{n} gelöst</numerusform>
            <numerusform>{n} gelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} with the next sync</source>
        <translation>
            <numerusform>{n} beim nächsten Abgleich</numerusform>
            <numerusform>{n} beim nächsten Abgleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} still not readable</source>
        <translation>
            <numerusform>{n} weiterhin nicht lesbar</numerusform>
            <numerusform>{n} weiterhin nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left out, since this version cannot read them</source>
        <translation>
            <numerusform>{n} ausgelassen, da diese Version es nicht lesen kann</numerusform>
            <numerusform>{n} ausgelassen, da diese Version sie nicht lesen kann</numerusform>
        </translation>
    </message>
    <message>
        <source>Tried again: {results}.</source>
        <translation>Erneut versucht: {results}.</translation>
    </message>
    <message>
        <source>This version of BudgetSync cannot read it: it has failed twice. A newer version may; until then it is kept, and left out when all are tried again.</source>
        <translation>Diese Version von BudgetSync kann es nicht lesen: Sie ist zweimal gescheitert. Eine neuere kann es vielleicht; bis dahin wird es aufbewahrt und ausgelassen, wenn alle erneut versucht werden.</translation>
    </message>
    <message>
        <source>It is kept as it came, and nothing is lost. Try again after an update of BudgetSync; if it stays, copy the details and report it.</source>
        <translation>Es wird aufbewahrt, wie es kam, und nichts ist verloren. Versuchen Sie es nach einer Aktualisierung von BudgetSync erneut; bleibt es, kopieren Sie die Einzelheiten und melden Sie es.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>What failed so far</source>
        <translation>Was bisher scheiterte</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>You put it away. It is kept for half a year, and you can have it back.</source>
        <translation>Sie haben es weggelegt. Es wird ein halbes Jahr aufbewahrt, und Sie können es zurückholen.</translation>
    </message>
    <message>
        <source>It is solved and needs nothing any more.</source>
        <translation>Es ist gelöst und braucht nichts mehr.</translation>
    </message>
    <message>
        <source>It is being tried again; if that fails, it comes back here.</source>
        <translation>Es wird erneut versucht; scheitert das, kommt es hierher zurück.</translation>
    </message>
    <message>
        <source>Try all the same</source>
        <translation>Trotzdem versuchen</translation>
    </message>
    <message>
        <source>What was kept aside</source>
        <translation>Was beiseitegelegt wurde</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Change what is searched for or shown.</source>
        <translation>Ändern Sie, was gesucht oder angezeigt wird.</translation>
    </message>
    <message>
        <source>Nothing is kept aside</source>
        <translation>Nichts liegt beiseite</translation>
    </message>
    <message>
        <source>A row that cannot be read is kept here, so that nothing is lost.</source>
        <translation>Ein Umsatz, der nicht lesbar ist, wird hier aufbewahrt, damit nichts verloren geht.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message numerus="yes">
        <source>{n} lines copied</source>
        <translation>
            <numerusform>{n} Zeile kopiert</numerusform>
            <numerusform>{n} Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines to show</source>
        <translation>Anzuzeigende Zeilen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Shows no new lines until it is switched off again</source>
        <translation>Zeigt keine neuen Zeilen, bis es wieder ausgeschaltet wird</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the lines that are chosen, or all</source>
        <translation>Die gewählten Zeilen kopieren, oder alle</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder with the log files</source>
        <translation>Ordner mit den Protokolldateien öffnen</translation>
    </message>
    <message>
        <source>1 line copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>Lines of the log, newest at the foot</source>
        <translation>Zeilen des Protokolls, die neuesten unten</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>No line fits</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>Change what is shown.</source>
        <translation>Ändern Sie, was angezeigt wird.</translation>
    </message>
    <message>
        <source>Nothing was logged so far</source>
        <translation>Bisher wurde nichts protokolliert</translation>
    </message>
    <message>
        <source>What the program does is written here, without names, amounts and secrets.</source>
        <translation>Hier steht, was das Programm tut, ohne Namen, Beträge und Geheimnisse.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Find transactions...</source>
        <translation>Umsätze &amp;suchen...</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Auss&amp;chneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Ein&amp;fügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles aus&amp;wählen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;holen</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>Eingabe &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>Wieder&amp;holen: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Rückgängig: {what}</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>Ab&amp;gleich</translation>
    </message>
    <message>
        <source>Sync &amp;all</source>
        <translation>&amp;Alle abgleichen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Find a &amp;command</source>
        <translation>&amp;Befehl suchen</translation>
    </message>
    <message>
        <source>&amp;About BudgetSync</source>
        <translation>&amp;Über BudgetSync</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>&amp;Transactions</source>
        <translation>&amp;Umsätze</translation>
    </message>
    <message>
        <source>&amp;Insights</source>
        <translation>Aus&amp;wertungen</translation>
    </message>
    <message>
        <source>Acti&amp;vity</source>
        <translation>A&amp;ktivität</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>Connect a &amp;bank...</source>
        <translation>Bank &amp;verbinden...</translation>
    </message>
    <message>
        <source>&amp;Set up your own bank...</source>
        <translation>Eigene Bank einri&amp;chten...</translation>
    </message>
    <message>
        <source>&amp;New transaction...</source>
        <translation>&amp;Neuer Umsatz...</translation>
    </message>
    <message>
        <source>New &amp;account...</source>
        <translation>Neues &amp;Konto...</translation>
    </message>
    <message>
        <source>&amp;Import statements...</source>
        <translation>Auszüge &amp;importieren...</translation>
    </message>
    <message>
        <source>&amp;Export transactions...</source>
        <translation>Umsätze e&amp;xportieren...</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>For an &amp;hour</source>
        <translation>Eine &amp;Stunde</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Bis &amp;morgen</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>Bis ich &amp;fortsetze</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
</context>
<context>
    <name>NextSync</name>
    <message>
        <source>Paused until {when}</source>
        <translation>Angehalten bis {when}</translation>
    </message>
    <message>
        <source>Next sync: {when}</source>
        <translation>Nächster Abgleich: {when}</translation>
    </message>
    <message>
        <source>Next sync is due</source>
        <translation>Nächster Abgleich ist fällig</translation>
    </message>
    <message>
        <source>Next try: {when}</source>
        <translation>Nächster Versuch: {when}</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>Angehalten, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>Next sync when the network is back</source>
        <translation>Nächster Abgleich, wenn das Netzwerk wieder da ist</translation>
    </message>
    <message>
        <source>Next sync on a network without a meter</source>
        <translation>Nächster Abgleich in einem Netzwerk ohne Volumenlimit</translation>
    </message>
    <message>
        <source>Next sync: {when}, after quiet hours</source>
        <translation>Nächster Abgleich: {when}, nach den Ruhezeiten</translation>
    </message>
    <message>
        <source>Next try in a moment</source>
        <translation>Nächster Versuch gleich</translation>
    </message>
    <message>
        <source>Next try: {when}, as the bank&apos;s service wants it</source>
        <translation>Nächster Versuch: {when}, wie der Dienst der Bank es will</translation>
    </message>
    <message>
        <source>Next try: {when}, its calls are used up until then</source>
        <translation>Nächster Versuch: {when}, bis dahin sind die Abrufe aufgebraucht</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Open BudgetSync</source>
        <translation>BudgetSync öffnen</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Connect a bank</source>
        <translation>Eine Bank verbinden</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Ask the bank to refresh</source>
        <translation>Die Bank um Neues bitten</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Show the account</source>
        <translation>Konto zeigen</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Show real time</source>
        <translation>Echtzeit zeigen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search transactions</source>
        <translation>Umsätze suchen</translation>
    </message>
    <message>
        <source>Activity: every sync</source>
        <translation>Aktivität: jeder Abgleich</translation>
    </message>
    <message>
        <source>Activity: every change</source>
        <translation>Aktivität: jede Änderung</translation>
    </message>
    <message>
        <source>Activity: the log</source>
        <translation>Aktivität: das Protokoll</translation>
    </message>
    <message>
        <source>Sync now: {bank}</source>
        <translation>Jetzt abgleichen: {bank}</translation>
    </message>
    <message>
        <source>Sign in again: {bank}</source>
        <translation>Neu anmelden: {bank}</translation>
    </message>
    <message>
        <source>Ask the bank to refresh: {bank}</source>
        <translation>Die Bank um Neues bitten: {bank}</translation>
    </message>
    <message>
        <source>Remove the connection: {bank}</source>
        <translation>Verbindung entfernen: {bank}</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type what you want done</source>
        <translation>Tippen Sie, was getan werden soll</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing of that name can be done</source>
        <translation>Nichts mit diesem Namen lässt sich tun</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Done: {what}.</source>
        <translation>Erledigt: {what}.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>Vergeht von selbst</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>One purchase or two: {payee}</source>
        <translation>Ein Kauf oder zwei: {payee}</translation>
    </message>
    <message>
        <source>A transfer of your own: {payee}</source>
        <translation>Eine eigene Umbuchung: {payee}</translation>
    </message>
    <message>
        <source>The bank now says otherwise: {payee}</source>
        <translation>Die Bank sagt es jetzt anders: {payee}</translation>
    </message>
    <message>
        <source>The bank took it back: {payee}</source>
        <translation>Die Bank hat es zurückgenommen: {payee}</translation>
    </message>
    <message>
        <source>Keep the rows</source>
        <translation>Umsätze behalten</translation>
    </message>
    <message numerus="yes">
        <source>The bank took back {n} transactions of {account} at once. That many are seldom meant, so nothing was removed yet: they still count here.</source>
        <translation>
            <numerusform>Die Bank hat {n} Umsatz von {account} auf einmal zurückgenommen. So viele sind selten gemeint, deshalb wurde noch nichts entfernt: Sie zählen hier weiter.</numerusform>
            <numerusform>Die Bank hat {n} Umsätze von {account} auf einmal zurückgenommen. So viele sind selten gemeint, deshalb wurde noch nichts entfernt: Sie zählen hier weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Says it again then, if it is still so; until then it is only listed here</source>
        <translation>Meldet es dann noch einmal, falls es noch so ist; bis dahin steht es nur hier</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Consent ends</source>
        <translation>Zustimmung endet</translation>
    </message>
    <message>
        <source>Show what was kept aside</source>
        <translation>Beiseitegelegtes zeigen</translation>
    </message>
    <message>
        <source>The bank took back a transaction of {account} that it should not have. Nothing was removed yet: it still counts here.</source>
        <translation>Die Bank hat einen Umsatz von {account} zurückgenommen, den sie nicht zurücknehmen sollte. Noch wurde nichts entfernt: Er zählt hier weiter.</translation>
    </message>
    <message>
        <source>The balance that the bank gave when the account was last proved, and everything booked since, do not add up to the balance that it gives now. Nothing is booked to hide that.</source>
        <translation>Der Saldo, den die Bank beim letzten Nachweis des Kontos nannte, und alles seither Gebuchte ergeben nicht den Saldo, den sie jetzt nennt. Nichts wird gebucht, um das zu verbergen.</translation>
    </message>
    <message>
        <source>Not readable by this version</source>
        <translation>Für diese Version nicht lesbar</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Connection ends</source>
        <translation>Verbindung endet</translation>
    </message>
    <message numerus="yes">
        <source>Apply removals ({n})</source>
        <translation>
            <numerusform>Rücknahme übernehmen ({n})</numerusform>
            <numerusform>Rücknahmen übernehmen ({n})</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with the bank&apos;s own site. Apply the removals if the rows are gone there too, else keep them. Either can be undone.</source>
        <translation>Vergleichen Sie mit der Seite der Bank. Übernehmen Sie die Rücknahmen, wenn die Umsätze auch dort fehlen, sonst behalten Sie sie. Beides lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>It may come from one of these:</source>
        <translation>Es kann hiervon kommen:</translation>
    </message>
    <message>
        <source>No row here explains it. A transaction may be missing or doubled: compare the days since then with the bank&apos;s own site.</source>
        <translation>Kein Umsatz hier erklärt es. Vielleicht fehlt einer oder ist doppelt: Vergleichen Sie die Tage seither mit der Seite der Bank.</translation>
    </message>
    <message>
        <source>Show it under Open</source>
        <translation>Unter Offen zeigen</translation>
    </message>
    <message>
        <source>Rows to look at</source>
        <translation>Umsätze zum Ansehen</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Später erinnern</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>und {n} weiteres</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>Rows that it took back</source>
        <translation>Umsätze, die sie zurückgenommen hat</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Bemerkt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Bank&apos;s data as of</source>
        <translation>Daten der Bank, Stand</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>The bank says</source>
        <translation>Die Bank sagt</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Ältester</translation>
    </message>
    <message>
        <source>Open problems</source>
        <translation>Offene Probleme</translation>
    </message>
    <message>
        <source>Nothing needs your attention</source>
        <translation>Nichts braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Sieht nach</translation>
    </message>
    <message>
        <source>Last looked {when}</source>
        <translation>Zuletzt nachgesehen {when}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>You are told again then, if it is still so.</source>
        <translation>Dann wird es Ihnen noch einmal gemeldet, falls es noch so ist.</translation>
    </message>
    <message>
        <source>Told before</source>
        <translation>Früher gemeldet</translation>
    </message>
    <message>
        <source>The details were copied, without secrets.</source>
        <translation>Die Einzelheiten wurden kopiert, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>In einer Stunde</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
    <message>
        <source>{answer}: all {n}</source>
        <translation>{answer}: alle {n}</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>J</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Your answer is kept, and the same is not suggested again. In the list, {yes} and {no} answer; Shift and the arrow keys choose several.</source>
        <translation>Ihre Antwort wird behalten, und dasselbe wird nicht noch einmal vorgeschlagen. In der Liste antworten {yes} und {no}; Umschalt und die Pfeiltasten wählen mehrere.</translation>
    </message>
    <message>
        <source>A pending transaction is gone at the bank, and one of another amount was booked. They may be one purchase, such as a meal with a tip. As one row it keeps what you typed on either.</source>
        <translation>Ein vorgemerkter Umsatz ist bei der Bank weg, und einer mit anderem Betrag wurde gebucht. Vielleicht ist es ein Kauf, etwa ein Essen mit Trinkgeld. Als ein Umsatz behält er, was Sie bei beiden eingetragen haben.</translation>
    </message>
    <message>
        <source>In the list: the key {key}</source>
        <translation>In der Liste: die Taste {key}</translation>
    </message>
    <message>
        <source>Money left one of your accounts and as much reached another. As a transfer it is neither spending nor income.</source>
        <translation>Geld ging von einem Ihrer Konten ab, und ebenso viel kam auf einem anderen an. Als Umbuchung zählt es weder als Ausgabe noch als Einnahme.</translation>
    </message>
    <message>
        <source>The pairs</source>
        <translation>Die Paare</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>The bank&apos;s</source>
        <translation>Das der Bank</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Amount that was split</source>
        <translation>Aufgeteilter Betrag</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message numerus="yes">
        <source>{n} suggested matches</source>
        <translation>
            <numerusform>{n} vorgeschlagene Zuordnung</numerusform>
            <numerusform>{n} vorgeschlagene Zuordnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Your answer is given to all of them, as one step of undo.</source>
        <translation>Ihre Antwort gilt für alle, als ein Schritt zum Rückgängigmachen.</translation>
    </message>
    <message>
        <source>They are one</source>
        <translation>Es ist einer</translation>
    </message>
    <message>
        <source>They are two</source>
        <translation>Es sind zwei</translation>
    </message>
    <message>
        <source>It is a transfer</source>
        <translation>Es ist eine Umbuchung</translation>
    </message>
    <message>
        <source>It is none</source>
        <translation>Es ist keine</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>You changed this row, and the bank has changed what it says of it since.</source>
        <translation>Sie haben diesen Umsatz geändert, und die Bank sagt seither etwas anderes dazu.</translation>
    </message>
    <message>
        <source>You had edited this row when the bank took it back. It is still in sight, and in no total.</source>
        <translation>Sie hatten diesen Umsatz bearbeitet, als die Bank ihn zurücknahm. Er ist noch zu sehen und in keiner Summe.</translation>
    </message>
    <message>
        <source>Restored, it counts again, and the account&apos;s balance may differ from the bank&apos;s.</source>
        <translation>Wiederhergestellt zählt er wieder, und der Saldo des Kontos kann von dem der Bank abweichen.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>What is said of it</source>
        <translation>Was dazu gesagt wird</translation>
    </message>
    <message>
        <source>Take the bank&apos;s</source>
        <translation>Das der Bank nehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>{n} parts</source>
        <translation>
            <numerusform>{n} Teil</numerusform>
            <numerusform>{n} Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>What was told before</source>
        <translation>Was früher gemeldet wurde</translation>
    </message>
    <message>
        <source>Nothing was told so far</source>
        <translation>Bisher wurde nichts gemeldet</translation>
    </message>
    <message>
        <source>What needs your attention is told once, and kept here for half a year.</source>
        <translation>Was Ihre Aufmerksamkeit braucht, wird einmal gemeldet und hier ein halbes Jahr aufbewahrt.</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>1 thing needs your attention</source>
        <translation>1 Sache braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>{n} things need your attention</source>
        <translation>
            <numerusform>{n} Sache braucht Ihre Aufmerksamkeit</numerusform>
            <numerusform>{n} Dinge brauchen Ihre Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>1 question to answer</source>
        <translation>1 Frage zu beantworten</translation>
    </message>
    <message numerus="yes">
        <source>{n} questions to answer</source>
        <translation>
            <numerusform>{n} Frage zu beantworten</numerusform>
            <numerusform>{n} Fragen zu beantworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{rows}, page {page}</source>
        <translation>{rows}, Seite {page}</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Gleicht ab</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>Wartet auf Beginn</translation>
    </message>
    <message>
        <source>Saving {done} of {rows}</source>
        <translation>Speichert {done} von {rows}</translation>
    </message>
    <message>
        <source>Asking the bank</source>
        <translation>Fragt die Bank</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>Pulse</name>
    <message>
        <source>1 sync in 24 hours</source>
        <translation>1 Abgleich in 24 Stunden</translation>
    </message>
    <message>
        <source>From {when}: {succeeded} succeeded, {failed} failed, {rows} rows changed</source>
        <translation>Ab {when}: {succeeded} erfolgreich, {failed} gescheitert, {rows} Umsätze geändert</translation>
    </message>
    <message>
        <source>Syncs of the last 24 hours, and the queue</source>
        <translation>Abgleiche der letzten 24 Stunden und die Warteschlange</translation>
    </message>
    <message>
        <source>What was kept aside, on the Problems page</source>
        <translation>Beiseitegelegtes, auf der Seite Probleme</translation>
    </message>
    <message>
        <source>Rows and requests that could not be carried out. Nothing of them is lost.</source>
        <translation>Umsätze und Aufträge, die nicht ausgeführt werden konnten. Nichts davon ist verloren.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows changed</source>
        <translation>
            <numerusform>{n} Umsatz geändert</numerusform>
            <numerusform>{n} Umsätze geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} syncs in 24 hours</source>
        <translation>
            <numerusform>{n} Abgleich in 24 Stunden</numerusform>
            <numerusform>{n} Abgleiche in 24 Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} failed</source>
        <translation>
            <numerusform>{n} gescheitert</numerusform>
            <numerusform>{n} gescheitert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message numerus="yes">
        <source>{n} running</source>
        <translation>
            <numerusform>{n} läuft</numerusform>
            <numerusform>{n} laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} waiting</source>
        <translation>
            <numerusform>{n} wartet</numerusform>
            <numerusform>{n} warten</numerusform>
        </translation>
    </message>
    <message>
        <source>next try: {when}</source>
        <translation>nächster Versuch: {when}</translation>
    </message>
    <message numerus="yes">
        <source>{n} kept aside</source>
        <translation>
            <numerusform>{n} beiseitegelegt</numerusform>
            <numerusform>{n} beiseitegelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest {when}</source>
        <translation>ältester {when}</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nichts wartet</translation>
    </message>
</context>
<context>
    <name>RealTime</name>
    <message numerus="yes">
        <source>{n} events caught up after {length}</source>
        <translation>
            <numerusform>{n} Ereignis in {length} aufgeholt</numerusform>
            <numerusform>{n} Ereignisse in {length} aufgeholt</numerusform>
        </translation>
    </message>
    <message>
        <source>News come with the next sync by the clock; no relay is paired. Press to set it up.</source>
        <translation>Neues kommt mit dem nächsten Abgleich nach der Uhr; kein Relay ist gekoppelt. Drücken Sie, um es einzurichten.</translation>
    </message>
    <message>
        <source>Banks&apos; news come by themselves; syncing by the clock is the safety net.</source>
        <translation>Neues der Banken kommt von selbst; der Abgleich nach der Uhr ist das Sicherheitsnetz.</translation>
    </message>
    <message>
        <source>Last heard from the relay {age} ago.</source>
        <translation>Zuletzt vor {age} vom Relay gehört.</translation>
    </message>
    <message>
        <source>1 event caught up after {length}</source>
        <translation>1 Ereignis in {length} aufgeholt</translation>
    </message>
    <message>
        <source>They come over one connection that stays open.</source>
        <translation>Es kommt über eine Verbindung, die offen bleibt.</translation>
    </message>
    <message>
        <source>A lasting connection does not hold here, so the relay is asked again and again.</source>
        <translation>Eine dauerhafte Verbindung hält hier nicht, deshalb wird das Relay immer wieder gefragt.</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>Real time: not set up</source>
        <translation>Echtzeit: nicht eingerichtet</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Real time: on</source>
        <translation>Echtzeit: ein</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>Kein Kontakt</translation>
    </message>
    <message>
        <source>Tried again in {length}.</source>
        <translation>Nächster Versuch in {length}.</translation>
    </message>
    <message>
        <source>Nothing is lost: syncing by the clock goes on.</source>
        <translation>Nichts ist verloren: Der Abgleich nach der Uhr geht weiter.</translation>
    </message>
    <message>
        <source>Nothing was heard from the relay yet.</source>
        <translation>Vom Relay wurde noch nichts gehört.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Real time: connecting</source>
        <translation>Echtzeit: verbindet</translation>
    </message>
    <message>
        <source>Catching up with what came meanwhile</source>
        <translation>Holt auf, was inzwischen kam</translation>
    </message>
    <message>
        <source>Real time: catching up</source>
        <translation>Echtzeit: holt auf</translation>
    </message>
    <message>
        <source>The relay no longer knows this computer: pair again</source>
        <translation>Das Relay kennt diesen Rechner nicht mehr: neu koppeln</translation>
    </message>
    <message>
        <source>Real time: pair again</source>
        <translation>Echtzeit: neu koppeln</translation>
    </message>
    <message>
        <source>No contact for {length}</source>
        <translation>Kein Kontakt seit {length}</translation>
    </message>
    <message>
        <source>Real time: no contact for {length}</source>
        <translation>Echtzeit: kein Kontakt seit {length}</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Pair again</source>
        <translation>Neu koppeln</translation>
    </message>
    <message>
        <source>On, last heard from {age} ago</source>
        <translation>Ein, zuletzt gehört vor {age}</translation>
    </message>
    <message>
        <source>Real time: on, heard {age} ago</source>
        <translation>Echtzeit: ein, gehört vor {age}</translation>
    </message>
    <message>
        <source>Real time: {what}</source>
        <translation>Echtzeit: {what}</translation>
    </message>
    <message numerus="yes">
        <source>{n} caught up</source>
        <translation>
            <numerusform>{n} aufgeholt</numerusform>
            <numerusform>{n} aufgeholt</numerusform>
        </translation>
    </message>
    <message>
        <source>Plaid sent news {when} that did not arrive; they come with the next sync.</source>
        <translation>Plaid hat {when} Neues gesendet, das nicht ankam; es kommt mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>Plaid could not be told where news go; tried again with the next sync.</source>
        <translation>Plaid war nicht mitzuteilen, wohin Neues soll; beim nächsten Abgleich wird es erneut versucht.</translation>
    </message>
    <message>
        <source>Plaid sent news that did not arrive; they come with the next sync.</source>
        <translation>Plaid hat Neues gesendet, das nicht ankam; es kommt mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>News come with the next sync by the clock.</source>
        <translation>Neues kommt mit dem nächsten Abgleich nach der Uhr.</translation>
    </message>
    <message>
        <source>Plaid is being told where news go.</source>
        <translation>Plaid wird mitgeteilt, wohin Neues soll.</translation>
    </message>
    <message>
        <source>Plaid knows where news go; none came yet.</source>
        <translation>Plaid weiß, wohin Neues soll; noch kam nichts.</translation>
    </message>
    <message>
        <source>News come by themselves.</source>
        <translation>Neues kommt von selbst.</translation>
    </message>
    <message>
        <source>News come by themselves, the last {when}.</source>
        <translation>Neues kommt von selbst, zuletzt {when}.</translation>
    </message>
    <message>
        <source>No bank is connected yet.</source>
        <translation>Noch ist keine Bank verbunden.</translation>
    </message>
    <message>
        <source>Last asked for news {when}</source>
        <translation>Zuletzt nach Neuem gefragt {when}</translation>
    </message>
    <message>
        <source>Shut {name} out? It reads no news from now on, and can come back only by a new code.</source>
        <translation>{name} ausschließen? Von jetzt an liest es nichts Neues mehr und kommt nur mit einem neuen Code zurück.</translation>
    </message>
    <message>
        <source>Choose “Another computer of yours is paired already” there, and type its code here. Take a code only from a screen that you see yourself: whoever it is from reads along.</source>
        <translation>Wählen Sie dort „Ein anderer Rechner von Ihnen ist bereits gekoppelt“ und tippen Sie dessen Code hier ein. Nehmen Sie einen Code nur von einem Bildschirm, den Sie selbst sehen: Wer ihn hat, liest mit.</translation>
    </message>
    <message>
        <source>Cancel letting it in</source>
        <translation>Doch nicht hereinlassen</translation>
    </message>
    <message>
        <source>The relay is told</source>
        <translation>Das Relay wird benachrichtigt</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Never asked for anything yet</source>
        <translation>Noch nie nach etwas gefragt</translation>
    </message>
    <message>
        <source>Shut out...</source>
        <translation>Ausschließen...</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Let another computer in</source>
        <translation>Weiteren Rechner hereinlassen</translation>
    </message>
    <message>
        <source>Let it in</source>
        <translation>Hereinlassen</translation>
    </message>
    <message>
        <source>Let the other computer in</source>
        <translation>Den anderen Rechner hereinlassen</translation>
    </message>
    <message>
        <source>The other computer&apos;s code</source>
        <translation>Der Code des anderen Rechners</translation>
    </message>
    <message>
        <source>The answer, for the other computer</source>
        <translation>Die Antwort, für den anderen Rechner</translation>
    </message>
    <message>
        <source>Copy the answer for the other computer</source>
        <translation>Antwort für den anderen Rechner kopieren</translation>
    </message>
    <message>
        <source>Now type this answer at the other computer.</source>
        <translation>Tippen Sie diese Antwort jetzt am anderen Rechner ein.</translation>
    </message>
    <message>
        <source>Shut out the computer {name}</source>
        <translation>Den Rechner {name} ausschließen</translation>
    </message>
    <message>
        <source>Where this computer has a public address or a tunnel, Plaid can tell it straight: start BudgetSync with BUDGETSYNC_WEBHOOK_LISTEN and PLAID_WEBHOOK_URL set. The README says how.</source>
        <translation>Hat dieser Rechner eine öffentliche Adresse oder einen Tunnel, kann Plaid es ihm direkt mitteilen: Starten Sie BudgetSync mit BUDGETSYNC_WEBHOOK_LISTEN und PLAID_WEBHOOK_URL. Die README sagt, wie.</translation>
    </message>
    <message>
        <source>Listens at {address}</source>
        <translation>Horcht an {address}</translation>
    </message>
    <message>
        <source>Plaid is told to send news to {address}</source>
        <translation>Plaid soll Neues an {address} senden</translation>
    </message>
    <message>
        <source>Plaid knows no address that leads here: set PLAID_WEBHOOK_URL to the public one.</source>
        <translation>Plaid kennt keine Adresse, die hierher führt: Setzen Sie PLAID_WEBHOOK_URL auf die öffentliche.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The last news, newest first</source>
        <translation>Zuletzt eingegangen, das neueste zuerst</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Neues</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>through the relay</source>
        <translation>durch das Relay</translation>
    </message>
    <message>
        <source>straight from Plaid</source>
        <translation>direkt von Plaid</translation>
    </message>
    <message>
        <source>Sync number {number}</source>
        <translation>Abgleich Nummer {number}</translation>
    </message>
    <message>
        <source>From arrival to rows, in the last 24 hours: half within {half}, 95 of 100 within {most}, 99 of 100 within {nearly}.</source>
        <translation>Von der Ankunft bis zu den Umsätzen, in den letzten 24 Stunden: die Hälfte in {half}, 95 von 100 in {most}, 99 von 100 in {nearly}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} were turned away and changed nothing: {reasons}.</source>
        <translation>
            <numerusform>{n} wurden abgewiesen und änderten nichts: {reasons}.</numerusform>
            <numerusform>{n} wurden abgewiesen und änderten nichts: {reasons}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} wait until Plaid can be asked for their key.</source>
        <translation>
            <numerusform>{n} warten, bis Plaid nach ihrem Schlüssel gefragt werden kann.</numerusform>
            <numerusform>{n} warten, bis Plaid nach ihrem Schlüssel gefragt werden kann.</numerusform>
        </translation>
    </message>
    <message>
        <source>None came yet. They are listed here as they come.</source>
        <translation>Noch kam nichts. Hier steht, was kommt.</translation>
    </message>
    <message>
        <source>1 was turned away and changed nothing: {reasons}.</source>
        <translation>1 wurde abgewiesen und änderte nichts: {reasons}.</translation>
    </message>
    <message>
        <source>1 waits until Plaid can be asked for its key.</source>
        <translation>1 wartet, bis Plaid nach ihrem Schlüssel gefragt werden kann.</translation>
    </message>
    <message>
        <source>None was followed by a sync in the last 24 hours.</source>
        <translation>Auf nichts folgte in den letzten 24 Stunden ein Abgleich.</translation>
    </message>
    <message>
        <source>that there is something new: the id of a connection and a code, such as “new transactions”</source>
        <translation>dass es etwas Neues gibt: die Kennung einer Verbindung und einen Code wie „neue Umsätze“</translation>
    </message>
    <message>
        <source>when that was, and from which internet address this computer asks for it</source>
        <translation>wann das war und von welcher Internetadresse aus dieser Rechner danach fragt</translation>
    </message>
    <message>
        <source>read a transaction, a balance, a name or an account number: none is in the news</source>
        <translation>einen Umsatz, Saldo, Namen oder eine Kontonummer lesen: Nichts davon steht darin</translation>
    </message>
    <message>
        <source>sign in anywhere: it holds no key of yours, neither to a bank nor to Plaid</source>
        <translation>sich irgendwo anmelden: Es hat keinen Ihrer Schlüssel, weder zu einer Bank noch zu Plaid</translation>
    </message>
    <message>
        <source>make news up: each is signed by Plaid, and checked on this computer</source>
        <translation>Neues erfinden: Jedes ist von Plaid signiert und wird auf diesem Rechner geprüft</translation>
    </message>
    <message>
        <source>read what it keeps: it is sealed for your computers as soon as it comes in</source>
        <translation>lesen, was es aufbewahrt: Es wird gleich bei der Ankunft für Ihre Rechner versiegelt</translation>
    </message>
    <message>
        <source>lose you a transaction: what it drops comes with the next sync by the clock</source>
        <translation>Ihnen einen Umsatz verlieren: Was es fallen lässt, kommt mit dem nächsten Abgleich nach der Uhr</translation>
    </message>
    <message>
        <source>It sees in passing</source>
        <translation>Im Vorbeigehen sieht es</translation>
    </message>
    <message>
        <source>It cannot</source>
        <translation>Es kann nicht</translation>
    </message>
    <message>
        <source>Who knows it can send something here, and read nothing. Change it if it became known.</source>
        <translation>Wer sie kennt, kann hierher etwas senden und nichts lesen. Ändern Sie sie, wenn sie bekannt wurde.</translation>
    </message>
    <message>
        <source>Leave the relay? Its keys are deleted here, and the mailbox is closed if no other computer reads it. News then come with the sync by the clock; nothing in the ledger changes.</source>
        <translation>Das Relay verlassen? Seine Schlüssel werden hier gelöscht, und das Postfach wird geschlossen, wenn kein anderer Rechner es liest. Neues kommt dann mit dem Abgleich nach der Uhr; im Kontobuch ändert sich nichts.</translation>
    </message>
    <message>
        <source>Give Plaid another address? It is told for every connection, and the present address is closed once all use the new one; no news are lost meanwhile.</source>
        <translation>Plaid eine andere Adresse geben? Sie wird für jede Verbindung mitgeteilt, und die jetzige wird geschlossen, sobald alle die neue nutzen; inzwischen geht nichts Neues verloren.</translation>
    </message>
    <message>
        <source>Unpair...</source>
        <translation>Entkoppeln...</translation>
    </message>
    <message>
        <source>Unpair this computer from the relay</source>
        <translation>Diesen Rechner vom Relay entkoppeln</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ändern...</translation>
    </message>
    <message>
        <source>Change the address for Plaid</source>
        <translation>Adresse für Plaid ändern</translation>
    </message>
    <message>
        <source>Address for Plaid</source>
        <translation>Adresse für Plaid</translation>
    </message>
    <message>
        <source>Copy the address for Plaid</source>
        <translation>Adresse für Plaid kopieren</translation>
    </message>
    <message>
        <source>Unpair</source>
        <translation>Entkoppeln</translation>
    </message>
    <message>
        <source>The relay is being left</source>
        <translation>Das Relay wird verlassen</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>The relay is asked for an address</source>
        <translation>Das Relay wird um eine Adresse gebeten</translation>
    </message>
    <message>
        <source>Changed. Plaid is being told; the older address is closed after that.</source>
        <translation>Geändert. Plaid wird es mitgeteilt; danach wird die ältere Adresse geschlossen.</translation>
    </message>
    <message>
        <source>Cancel: {what}</source>
        <translation>Abbrechen: {what}</translation>
    </message>
    <message>
        <source>Paired {when}.</source>
        <translation>Gekoppelt {when}.</translation>
    </message>
    <message>
        <source>You get address and invite from whoever runs the relay; it may be you.</source>
        <translation>Adresse und Einladung bekommen Sie von dem, der das Relay betreibt; vielleicht sind Sie es selbst.</translation>
    </message>
    <message>
        <source>Cancel pairing</source>
        <translation>Koppeln abbrechen</translation>
    </message>
    <message>
        <source>Both then read the same mailbox. Type the relay&apos;s address above and show the code; it is typed at the other computer, which shows one for here.</source>
        <translation>Beide lesen dann dasselbe Postfach. Tippen Sie oben die Adresse des Relays ein und zeigen Sie den Code; er wird am anderen Rechner eingetippt, der einen für hier zeigt.</translation>
    </message>
    <message>
        <source>Another computer of yours is paired already</source>
        <translation>Ein anderer Rechner von Ihnen ist bereits gekoppelt</translation>
    </message>
    <message>
        <source>Cancel joining</source>
        <translation>Beitritt abbrechen</translation>
    </message>
    <message>
        <source>The mailbox is being joined</source>
        <translation>Dem Postfach wird beigetreten</translation>
    </message>
    <message>
        <source>Pair with a relay</source>
        <translation>Mit einem Relay koppeln</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Invite</source>
        <translation>&amp;Einladung</translation>
    </message>
    <message>
        <source>if the relay wants one</source>
        <translation>falls das Relay eine verlangt</translation>
    </message>
    <message>
        <source>&amp;Name here</source>
        <translation>&amp;Name hier</translation>
    </message>
    <message>
        <source>Name of this computer, for your other ones</source>
        <translation>Name dieses Rechners, für Ihre anderen</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Koppeln</translation>
    </message>
    <message>
        <source>Pair this computer with the relay</source>
        <translation>Diesen Rechner mit dem Relay koppeln</translation>
    </message>
    <message>
        <source>The relay is asked for a mailbox</source>
        <translation>Das Relay wird um ein Postfach gebeten</translation>
    </message>
    <message>
        <source>Paired. Plaid is told where news go from now on.</source>
        <translation>Gekoppelt. Plaid wird von jetzt an mitgeteilt, wohin Neues soll.</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Code zeigen</translation>
    </message>
    <message>
        <source>Show the code for a computer that is paired already</source>
        <translation>Code für einen schon gekoppelten Rechner zeigen</translation>
    </message>
    <message>
        <source>The code for the other computer</source>
        <translation>Der Code für den anderen Rechner</translation>
    </message>
    <message>
        <source>Copy the code for the other computer</source>
        <translation>Code für den anderen Rechner kopieren</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Join the other computer&apos;s mailbox</source>
        <translation>Dem Postfach des anderen Rechners beitreten</translation>
    </message>
    <message>
        <source>A code is being made</source>
        <translation>Ein Code wird erzeugt</translation>
    </message>
    <message>
        <source>Type this code at the other computer, and its answer below.</source>
        <translation>Tippen Sie diesen Code am anderen Rechner ein und dessen Antwort unten.</translation>
    </message>
    <message>
        <source>Joined. News reach this computer too.</source>
        <translation>Beigetreten. Neues erreicht auch diesen Rechner.</translation>
    </message>
    <message>
        <source>Plaid tells news as they happen, but only to an address on the internet, which this computer does not have. A relay is a small server that takes them in and keeps them until this computer asks. Without one, news come with the sync by the clock.</source>
        <translation>Plaid meldet Neues, sobald es geschieht, aber nur an eine Adresse im Internet, die dieser Rechner nicht hat. Ein Relay ist ein kleiner Server, der es annimmt und aufbewahrt, bis dieser Rechner fragt. Ohne Relay kommt Neues mit dem Abgleich nach der Uhr.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>The last news</source>
        <translation>Zuletzt eingegangen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Without a relay</source>
        <translation>Ohne Relay</translation>
    </message>
    <message>
        <source>What a relay sees, and what it cannot do</source>
        <translation>Was ein Relay sieht und was es nicht kann</translation>
    </message>
    <message>
        <source>Goes to the relay as news from Plaid would, and comes back here. It is about no bank and is kept nowhere.</source>
        <translation>Geht zum Relay wie Neues von Plaid und kommt hierher zurück. Es betrifft keine Bank und wird nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>The relay took it in after {length}</source>
        <translation>Das Relay hat es nach {length} angenommen</translation>
    </message>
    <message>
        <source>It came back to this computer after {length}</source>
        <translation>Es kam nach {length} an diesem Rechner an</translation>
    </message>
    <message>
        <source>It could not be sent</source>
        <translation>Es konnte nicht gesendet werden</translation>
    </message>
    <message>
        <source>The relay did not take it in</source>
        <translation>Das Relay hat es nicht angenommen</translation>
    </message>
    <message>
        <source>It did not come back to this computer</source>
        <translation>Es kam nicht zu diesem Rechner zurück</translation>
    </message>
    <message>
        <source>Send a test event</source>
        <translation>Testereignis senden</translation>
    </message>
    <message>
        <source>Test from end to end</source>
        <translation>Test von Ende zu Ende</translation>
    </message>
    <message>
        <source>A test event is on its way</source>
        <translation>Ein Testereignis ist unterwegs</translation>
    </message>
    <message>
        <source>It did not come back. News come with the sync by the clock.</source>
        <translation>Es kam nicht zurück. Neues kommt mit dem Abgleich nach der Uhr.</translation>
    </message>
    <message>
        <source>Sent to the public address</source>
        <translation>An die öffentliche Adresse gesendet</translation>
    </message>
    <message>
        <source>News reach this computer.</source>
        <translation>Neues erreicht diesen Rechner.</translation>
    </message>
    <message>
        <source>not signed as Plaid signs</source>
        <translation>nicht so signiert, wie Plaid signiert</translation>
    </message>
    <message>
        <source>New transactions</source>
        <translation>Neue Umsätze</translation>
    </message>
    <message>
        <source>First transactions</source>
        <translation>Erste Umsätze</translation>
    </message>
    <message>
        <source>Older transactions</source>
        <translation>Ältere Umsätze</translation>
    </message>
    <message>
        <source>News (older notice)</source>
        <translation>Neues (ältere Meldung)</translation>
    </message>
    <message>
        <source>Transactions taken back</source>
        <translation>Zurückgenommene Umsätze</translation>
    </message>
    <message>
        <source>Recurring payments</source>
        <translation>Wiederkehrende Zahlungen</translation>
    </message>
    <message>
        <source>Trouble at the bank</source>
        <translation>Störung bei der Bank</translation>
    </message>
    <message>
        <source>Access ends soon</source>
        <translation>Zugang endet bald</translation>
    </message>
    <message>
        <source>Access was taken back</source>
        <translation>Zugang wurde entzogen</translation>
    </message>
    <message>
        <source>An account was taken back</source>
        <translation>Ein Konto wurde entzogen</translation>
    </message>
    <message>
        <source>New accounts</source>
        <translation>Neue Konten</translation>
    </message>
    <message>
        <source>The login works again</source>
        <translation>Die Anmeldung geht wieder</translation>
    </message>
    <message>
        <source>New address accepted</source>
        <translation>Neue Adresse angenommen</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>Noch nicht geöffnet</translation>
    </message>
    <message>
        <source>waits to be checked</source>
        <translation>wartet auf Prüfung</translation>
    </message>
    <message>
        <source>is being synced</source>
        <translation>wird abgeglichen</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>vermerkt</translation>
    </message>
    <message>
        <source>about no connection here</source>
        <translation>zu keiner Verbindung hier</translation>
    </message>
    <message>
        <source>given up, see Problems</source>
        <translation>aufgegeben, siehe Probleme</translation>
    </message>
    <message>
        <source>acted on</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>acted on after {length}</source>
        <translation>erledigt nach {length}</translation>
    </message>
    <message>
        <source>without a signature</source>
        <translation>ohne Signatur</translation>
    </message>
    <message>
        <source>signed with a key that Plaid does not know</source>
        <translation>mit einem Schlüssel signiert, den Plaid nicht kennt</translation>
    </message>
    <message>
        <source>signed with a key that is no longer valid</source>
        <translation>mit einem Schlüssel signiert, der nicht mehr gilt</translation>
    </message>
    <message>
        <source>with a wrong signature</source>
        <translation>mit falscher Signatur</translation>
    </message>
    <message>
        <source>altered after they were signed</source>
        <translation>nach dem Signieren verändert</translation>
    </message>
    <message>
        <source>too old, or sent again by somebody</source>
        <translation>zu alt oder von jemandem erneut gesendet</translation>
    </message>
    <message>
        <source>dated ahead of this computer&apos;s clock</source>
        <translation>vordatiert gegenüber der Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>for another environment</source>
        <translation>für eine andere Umgebung</translation>
    </message>
</context>
<context>
    <name>Recurring</name>
    <message>
        <source>1 payment comes again and again.</source>
        <translation>1 Zahlung kehrt immer wieder.</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>1 Tag überfällig</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>Alle zwei Wochen</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every quarter</source>
        <translation>Jedes Quartal</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message numerus="yes">
        <source>{n} payments come again and again.</source>
        <translation>
            <numerusform>{n} Zahlung kehrt immer wieder.</numerusform>
            <numerusform>{n} Zahlungen kehren immer wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is late.</source>
        <translation>1 ist überfällig.</translation>
    </message>
    <message>
        <source>1 has ended.</source>
        <translation>1 ist beendet.</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Erwartet am</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Wird summiert</translation>
    </message>
    <message>
        <source>Nothing that comes again was found. It takes three times to be noticed.</source>
        <translation>Nichts Wiederkehrendes wurde gefunden. Es braucht drei Male, um aufzufallen.</translation>
    </message>
    <message numerus="yes">
        <source>{n} are late.</source>
        <translation>
            <numerusform>{n} ist überfällig.</numerusform>
            <numerusform>{n} sind überfällig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} have ended.</source>
        <translation>
            <numerusform>{n} ist beendet.</numerusform>
            <numerusform>{n} sind beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {n} days</source>
        <translation>
            <numerusform>In {n} Tag</numerusform>
            <numerusform>In {n} Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days late</source>
        <translation>
            <numerusform>{n} Tag überfällig</numerusform>
            <numerusform>{n} Tage überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation>etwa {amount}</translation>
    </message>
</context>
<context>
    <name>Refreshing</name>
    <message>
        <source>Ask {bank} itself for news now? Your Plaid plan may charge for each time. Sync now is free.</source>
        <translation>{bank} jetzt selbst nach Neuem fragen? Ihr Plaid-Tarif berechnet das vielleicht jedes Mal. Jetzt abgleichen ist kostenlos.</translation>
    </message>
    <message>
        <source>Ask the bank</source>
        <translation>Die Bank fragen</translation>
    </message>
    <message>
        <source>{bank} is asked. What it says is fetched in less than a minute.</source>
        <translation>{bank} wird gefragt. Was sie sagt, wird in weniger als einer Minute abgerufen.</translation>
    </message>
    <message>
        <source>The bank</source>
        <translation>Die Bank</translation>
    </message>
    <message>
        <source>{bank} was asked, but the sync after it failed. The next sync tells.</source>
        <translation>{bank} wurde gefragt, aber der Abgleich danach scheiterte. Der nächste zeigt es.</translation>
    </message>
    <message>
        <source>{bank} had news: {counts}.</source>
        <translation>{bank} hatte Neues: {counts}.</translation>
    </message>
    <message>
        <source>{bank} was asked and has nothing new.</source>
        <translation>{bank} wurde gefragt und hat nichts Neues.</translation>
    </message>
</context>
<context>
    <name>Remove</name>
    <message>
        <source>BudgetSync no longer fetches from this bank. The key is deleted at the provider and on this computer.</source>
        <translation>BudgetSync ruft von dieser Bank nichts mehr ab. Der Schlüssel wird beim Anbieter und auf diesem Rechner gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>Its {n} transactions stay, with all that you changed.</source>
        <translation>
            <numerusform>Der {n} Umsatz bleibt, mit allem, was Sie geändert haben.</numerusform>
            <numerusform>Die {n} Umsätze bleiben, mit allem, was Sie geändert haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its accounts and their {n} transactions go for good, with your categories, notes and tags on them. This cannot be undone. A backup is made first; delete that too where nothing is to be left.</source>
        <translation>
            <numerusform>Die Konten und ihr {n} Umsatz werden endgültig gelöscht, mit Ihren Kategorien, Notizen und Schlagwörtern. Das lässt sich nicht rückgängig machen. Zuerst wird eine Sicherung gemacht; löschen Sie auch die, wenn nichts übrig bleiben soll.</numerusform>
            <numerusform>Die Konten und ihre {n} Umsätze werden endgültig gelöscht, mit Ihren Kategorien, Notizen und Schlagwörtern. Das lässt sich nicht rückgängig machen. Zuerst wird eine Sicherung gemacht; löschen Sie auch die, wenn nichts übrig bleiben soll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {total} accounts were deleted with all their transactions.</source>
        <translation>
            <numerusform>{n} von {total} Konten wurde mit allen Umsätzen gelöscht.</numerusform>
            <numerusform>{n} von {total} Konten wurden mit allen Umsätzen gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep the history</source>
        <translation>Verlauf &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Delete the history</source>
        <translation>Verlauf &amp;löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove nothing</source>
        <translation>Nichts entfernen</translation>
    </message>
    <message>
        <source>Remove the connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove the connection to {bank} and keep its history</source>
        <translation>Verbindung zu {bank} entfernen und ihren Verlauf behalten</translation>
    </message>
    <message>
        <source>Remove and delete</source>
        <translation>Entfernen und löschen</translation>
    </message>
    <message>
        <source>Remove the connection to {bank} and delete its history</source>
        <translation>Verbindung zu {bank} entfernen und ihren Verlauf löschen</translation>
    </message>
    <message>
        <source>The key is being deleted at the provider and here.</source>
        <translation>Der Schlüssel wird beim Anbieter und hier gelöscht.</translation>
    </message>
    <message>
        <source>A backup is made first, then the history is deleted.</source>
        <translation>Zuerst wird eine Sicherung gemacht, dann der Verlauf gelöscht.</translation>
    </message>
    <message>
        <source>Its key is worth nothing any more, at the provider and here.</source>
        <translation>Ihr Schlüssel ist nichts mehr wert, weder beim Anbieter noch hier.</translation>
    </message>
    <message>
        <source>The provider could not be told, so the connection may still be there. Remove it in your account at the provider too.</source>
        <translation>Der Anbieter war nicht zu erreichen, dort besteht die Verbindung also vielleicht noch. Entfernen Sie sie auch in Ihrem Konto beim Anbieter.</translation>
    </message>
    <message numerus="yes">
        <source>Its {n} transactions stay. You can connect the bank again at any time.</source>
        <translation>
            <numerusform>Der {n} Umsatz bleibt. Sie können die Bank jederzeit wieder verbinden.</numerusform>
            <numerusform>Die {n} Umsätze bleiben. Sie können die Bank jederzeit wieder verbinden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the connection to {bank}</source>
        <translation>Verbindung zu {bank} entfernen</translation>
    </message>
    <message>
        <source>Removing the connection to {bank}</source>
        <translation>Die Verbindung zu {bank} wird entfernt</translation>
    </message>
    <message>
        <source>{bank} is disconnected</source>
        <translation>{bank} ist getrennt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Backups still have them</source>
        <translation>Sicherungen enthalten sie noch</translation>
    </message>
    <message>
        <source>{backup} and older ones, until you delete those.</source>
        <translation>{backup} und ältere, bis Sie diese löschen.</translation>
    </message>
    <message>
        <source>{bank} was not removed</source>
        <translation>{bank} wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Keep the history of {bank}</source>
        <translation>Den Verlauf von {bank} behalten</translation>
    </message>
    <message>
        <source>Delete the history of {bank}</source>
        <translation>Den Verlauf von {bank} löschen</translation>
    </message>
    <message>
        <source>Type {bank} to confirm</source>
        <translation>Tippen Sie zur Bestätigung {bank}</translation>
    </message>
    <message>
        <source>Type the &amp;name of the bank to confirm: {bank}</source>
        <translation>Tippen Sie zur Bestätigung den &amp;Namen der Bank: {bank}</translation>
    </message>
    <message>
        <source>The others are shown by another connection, too, and stay.</source>
        <translation>Die anderen zeigt auch eine andere Verbindung; sie bleiben.</translation>
    </message>
    <message>
        <source>Nothing was changed so far. Removed here all the same, the connection may go on at the provider until you remove it in your account there.</source>
        <translation>Bisher wurde nichts geändert. Wird sie hier trotzdem entfernt, besteht sie beim Anbieter vielleicht weiter, bis Sie sie dort in Ihrem Konto entfernen.</translation>
    </message>
    <message>
        <source>Remove here all the same</source>
        <translation>Hier trotzdem entfernen</translation>
    </message>
    <message>
        <source>Leave {bank} connected</source>
        <translation>{bank} verbunden lassen</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>Fertig: {title}</translation>
    </message>
    <message>
        <source>Try again to remove {bank}</source>
        <translation>Erneut versuchen, {bank} zu entfernen</translation>
    </message>
    <message>
        <source>Remove {bank} here all the same</source>
        <translation>{bank} hier trotzdem entfernen</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message numerus="yes">
        <source>{n} rows could not be read. They were kept aside; all others are in the ledger.</source>
        <translation>
            <numerusform>{n} Umsatz war nicht lesbar. Er wurde beiseitegelegt; alle anderen sind im Kontobuch.</numerusform>
            <numerusform>{n} Umsätze waren nicht lesbar. Sie wurden beiseitegelegt; alle anderen sind im Kontobuch.</numerusform>
        </translation>
    </message>
    <message>
        <source>No sync so far</source>
        <translation>Bisher kein Abgleich</translation>
    </message>
    <message>
        <source>1 row could not be read. It was kept aside; all others are in the ledger.</source>
        <translation>1 Umsatz war nicht lesbar. Er wurde beiseitegelegt; alle anderen sind im Kontobuch.</translation>
    </message>
    <message>
        <source>Last sync: nothing new</source>
        <translation>Letzter Abgleich: nichts Neues</translation>
    </message>
    <message>
        <source>Last sync: cancelled, nothing was changed</source>
        <translation>Letzter Abgleich: abgebrochen, nichts geändert</translation>
    </message>
    <message>
        <source>Last sync: interrupted, it starts over by itself</source>
        <translation>Letzter Abgleich: unterbrochen, er beginnt von selbst neu</translation>
    </message>
    <message>
        <source>Last sync: did not finish, nothing was changed</source>
        <translation>Letzter Abgleich: nicht beendet, nichts geändert</translation>
    </message>
    <message>
        <source>Sync is running</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <source>Last sync: {counts}</source>
        <translation>Letzter Abgleich: {counts}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Amount from</source>
        <translation>Betrag von</translation>
    </message>
    <message>
        <source>Amount to</source>
        <translation>Betrag bis</translation>
    </message>
    <message>
        <source>Direction of the money</source>
        <translation>Richtung des Geldes</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>Ein oder aus</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Take out: {what}</source>
        <translation>Herausnehmen: {what}</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Jeder Tag</translation>
    </message>
    <message>
        <source>Days of your own</source>
        <translation>Eigene Tage</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Search transactions</source>
        <translation>Umsätze suchen</translation>
    </message>
    <message>
        <source>Search: a payee, a word, &gt;20, category:...</source>
        <translation>Suche: Empfänger, Wort, &gt;20, category:...</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter leeren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Close the filters</source>
        <translation>Filter schließen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Any account</source>
        <translation>Jedes Konto</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>Jede Kategorie</translation>
    </message>
    <message>
        <source>Any tag or none</source>
        <translation>Jedes Schlagwort oder keines</translation>
    </message>
    <message>
        <source>Pending or posted</source>
        <translation>Vorgemerkt oder gebucht</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Jede Quelle</translation>
    </message>
    <message>
        <source>Earlier search</source>
        <translation>Frühere Suche</translation>
    </message>
    <message>
        <source>“{part}”: {hint}</source>
        <translation>„{part}“: {hint}</translation>
    </message>
    <message>
        <source>1 new since you last looked</source>
        <translation>1 neu, seit Sie zuletzt nachgesehen haben</translation>
    </message>
    <message>
        <source>More than {n} new</source>
        <translation>Mehr als {n} neu</translation>
    </message>
    <message numerus="yes">
        <source>{n} new since you last looked</source>
        <translation>
            <numerusform>{n} neu, seit Sie zuletzt nachgesehen haben</numerusform>
            <numerusform>{n} neu, seit Sie zuletzt nachgesehen haben</numerusform>
        </translation>
    </message>
    <message>
        <source>New since you last looked</source>
        <translation>Neu, seit Sie zuletzt nachgesehen haben</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Wonach sich suchen lässt</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>Wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>Ohne Kategorie</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Von Ihnen geändert</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufgeteilt</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Umbuchung</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Removed by the bank</source>
        <translation>Von der Bank entfernt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Payee as the bank says</source>
        <translation>Empfänger, wie die Bank sagt</translation>
    </message>
    <message>
        <source>From a day on</source>
        <translation>Ab einem Tag</translation>
    </message>
    <message>
        <source>Up to a day</source>
        <translation>Bis zu einem Tag</translation>
    </message>
    <message>
        <source>On a day, in a month or year</source>
        <translation>An einem Tag, in einem Monat oder Jahr</translation>
    </message>
    <message>
        <source>State or mark</source>
        <translation>Zustand oder Merkmal</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>7 days ago</source>
        <translation>Vor 7 Tagen</translation>
    </message>
    <message>
        <source>30 days ago</source>
        <translation>Vor 30 Tagen</translation>
    </message>
    <message>
        <source>90 days ago</source>
        <translation>Vor 90 Tagen</translation>
    </message>
    <message>
        <source>Transaction {name}</source>
        <translation>Umsatz {name}</translation>
    </message>
    <message>
        <source>Changed by sync {name}</source>
        <translation>Geändert durch Abgleich {name}</translation>
    </message>
    <message>
        <source>Changed by edit {name}</source>
        <translation>Geändert durch Änderung {name}</translation>
    </message>
    <message>
        <source>Account: {name}</source>
        <translation>Konto: {name}</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>Kategorie: {name}</translation>
    </message>
    <message>
        <source>Tag: {name}</source>
        <translation>Schlagwort: {name}</translation>
    </message>
    <message>
        <source>Note: {name}</source>
        <translation>Notiz: {name}</translation>
    </message>
    <message>
        <source>Payee: {name}</source>
        <translation>Empfänger: {name}</translation>
    </message>
    <message>
        <source>Bank&apos;s payee: {name}</source>
        <translation>Empfänger laut Bank: {name}</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Quelle: {name}</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} bis {end}</translation>
    </message>
    <message>
        <source>not {what}</source>
        <translation>außer {what}</translation>
    </message>
    <message>
        <source>More than this</source>
        <translation>Mehr als dies</translation>
    </message>
    <message>
        <source>Less than this</source>
        <translation>Weniger als dies</translation>
    </message>
    <message>
        <source>Exactly this</source>
        <translation>Genau dies</translation>
    </message>
    <message>
        <source>Exactly this, money out</source>
        <translation>Genau dies, Ausgang</translation>
    </message>
    <message>
        <source>Exactly this, money in</source>
        <translation>Genau dies, Eingang</translation>
    </message>
    <message>
        <source>Exactly {low}</source>
        <translation>Genau {low}</translation>
    </message>
    <message>
        <source>{amount}, money out</source>
        <translation>{amount}, Ausgang</translation>
    </message>
    <message>
        <source>{amount}, money in</source>
        <translation>{amount}, Eingang</translation>
    </message>
    <message>
        <source>Up to {day}</source>
        <translation>Bis {day}</translation>
    </message>
    <message>
        <source>From {day} on</source>
        <translation>Ab {day}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation>{low} oder mehr</translation>
    </message>
    <message>
        <source>More than {low}</source>
        <translation>Mehr als {low}</translation>
    </message>
    <message>
        <source>{high} or less</source>
        <translation>{high} oder weniger</translation>
    </message>
    <message>
        <source>Less than {high}</source>
        <translation>Weniger als {high}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>What the program did and what failed, line by line. Tokens, keys, account and card numbers are taken out.</source>
        <translation>Was das Programm tat und was scheiterte, Zeile für Zeile. Token, Schlüssel, Konto- und Kartennummern sind herausgenommen.</translation>
    </message>
    <message>
        <source>MIT licence. Drawn with Qt {qt} (LGPL) through PySide6.</source>
        <translation>MIT-Lizenz. Dargestellt mit Qt {qt} (LGPL) durch PySide6.</translation>
    </message>
    <message>
        <source>{names}. These are changed where the program is started, not here.</source>
        <translation>{names}. Geändert wird das dort, wo das Programm gestartet wird, nicht hier.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the versions, for a report</source>
        <translation>Versionen kopieren, für eine Meldung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <translation>Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Set by the environment</source>
        <translation>Durch die Umgebung festgelegt</translation>
    </message>
    <message>
        <source>Nothing: all settings are those of this window and the ledger.</source>
        <translation>Nichts: Alle Einstellungen sind die dieses Fensters und des Kontobuchs.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>BudgetSync {version}</source>
        <translation>BudgetSync {version}</translation>
    </message>
    <message>
        <source>The path is shown here; open it by hand.</source>
        <translation>Der Pfad steht hier; öffnen Sie ihn von Hand.</translation>
    </message>
    <message>
        <source>The one seen last</source>
        <translation>Die zuletzt gesehene</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>In proportion to the size that the system gives.</source>
        <translation>Im Verhältnis zur Größe, die das System vorgibt.</translation>
    </message>
    <message>
        <source>The page that the window begins with.</source>
        <translation>Die Seite, mit der das Fenster beginnt.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Export everything into one file</source>
        <translation>Alles in eine Datei exportieren</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Import an archive into this empty ledger</source>
        <translation>Ein Archiv in dieses leere Kontobuch importieren</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>Reads an archive; afterwards sign in at each bank again.</source>
        <translation>Liest ein Archiv ein; melden Sie sich danach bei jeder Bank neu an.</translation>
    </message>
    <message>
        <source>{rows} were written to {name}.</source>
        <translation>{rows} wurden in {name} geschrieben.</translation>
    </message>
    <message>
        <source>{rows} were read. Sign in at each bank again: keys are not in an archive.</source>
        <translation>{rows} wurden gelesen. Melden Sie sich bei jeder Bank neu an: Schlüssel sind in keinem Archiv.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>A zip of readable text with all rows, edits and their history. No secret is in it.</source>
        <translation>Ein Zip aus lesbarem Text mit allen Umsätzen, Änderungen und deren Verlauf. Kein Geheimnis ist darin.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Only into an empty ledger: an archive is never mixed into another one.</source>
        <translation>Nur in ein leeres Kontobuch: Ein Archiv wird nie mit einem anderen vermischt.</translation>
    </message>
    <message>
        <source>Everything is being written</source>
        <translation>Alles wird geschrieben</translation>
    </message>
    <message>
        <source>The archive is being read</source>
        <translation>Das Archiv wird gelesen</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Archiv importieren</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Sicherungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>each day</source>
        <translation>täglich</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>vor einer Aktualisierung</translation>
    </message>
    <message>
        <source>not looked into</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>not of this ledger</source>
        <translation>nicht von diesem Kontobuch</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Make a backup of the ledger now</source>
        <translation>Jetzt eine Sicherung des Kontobuchs machen</translation>
    </message>
    <message>
        <source>Cancel the backup</source>
        <translation>Sicherung abbrechen</translation>
    </message>
    <message>
        <source>The present ledger is moved aside, never deleted; what came since is fetched again.</source>
        <translation>Das jetzige Kontobuch wird beiseitegelegt, nie gelöscht; was seither kam, wird neu abgerufen.</translation>
    </message>
    <message>
        <source>Cancel what is done with backups</source>
        <translation>Abbrechen, was mit Sicherungen geschieht</translation>
    </message>
    <message>
        <source>Each backup is being looked into</source>
        <translation>Jede Sicherung wird geprüft</translation>
    </message>
    <message>
        <source>Put the backup of {day} in the ledger&apos;s place? BudgetSync closes and starts again with it. The present ledger is kept beside it, with all that was typed since.</source>
        <translation>Die Sicherung vom {day} an die Stelle des Kontobuchs setzen? BudgetSync schließt und startet neu damit. Das jetzige Kontobuch bleibt daneben erhalten, mit allem, was seither eingegeben wurde.</translation>
    </message>
    <message>
        <source>The backup is looked into and copied</source>
        <translation>Die Sicherung wird geprüft und kopiert</translation>
    </message>
    <message>
        <source>BudgetSync now starts again; the present ledger is kept as {name}.</source>
        <translation>BudgetSync startet jetzt neu; das jetzige Kontobuch bleibt als {name} erhalten.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>One is made each day: seven days, four weeks and twelve months are kept, and those by hand for good.</source>
        <translation>Jeden Tag wird eine gemacht: Sieben Tage, vier Wochen und zwölf Monate werden behalten, von Hand gemachte für immer.</translation>
    </message>
    <message>
        <source>Everything as one file</source>
        <translation>Alles als eine Datei</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <source>Restore the chosen one</source>
        <translation>Gewählte wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the chosen backup</source>
        <translation>Die gewählte Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Look into each</source>
        <translation>Jede prüfen</translation>
    </message>
    <message>
        <source>Look into each backup, in full</source>
        <translation>Jede Sicherung vollständig prüfen</translation>
    </message>
    <message>
        <source>A backup in the ledger&apos;s place</source>
        <translation>Eine Sicherung an der Stelle des Kontobuchs</translation>
    </message>
    <message>
        <source>A backup is being made</source>
        <translation>Eine Sicherung wird gemacht</translation>
    </message>
    <message>
        <source>Restore and restart</source>
        <translation>Wiederherstellen und neu starten</translation>
    </message>
    <message>
        <source>Another BudgetSync has this data folder open; nothing was changed.</source>
        <translation>Ein anderes BudgetSync hat diesen Datenordner geöffnet; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Close it (its window, or its icon in the tray), then try again.</source>
        <translation>Schließen Sie es (sein Fenster oder sein Symbol im Infobereich) und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>Bisher keine.</translation>
    </message>
    <message>
        <source>Each was looked into.</source>
        <translation>Jede wurde geprüft.</translation>
    </message>
    <message>
        <source>{name}: {size}, whole and checked.</source>
        <translation>{name}: {size}, vollständig und geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>Every {n} minutes</source>
        <translation>
            <numerusform>Alle {n} Minute</numerusform>
            <numerusform>Alle {n} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message numerus="yes">
        <source>Every {n} hours</source>
        <translation>
            <numerusform>Alle {n} Stunde</numerusform>
            <numerusform>Alle {n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every {n} days</source>
        <translation>
            <numerusform>Alle {n} Tag</numerusform>
            <numerusform>Alle {n} Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Every {length}</source>
        <translation>Alle {length}</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Einmal am Tag</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Like all connections</source>
        <translation>Wie alle Verbindungen</translation>
    </message>
    <message>
        <source>How often {bank} is synced</source>
        <translation>Wie oft {bank} abgeglichen wird</translation>
    </message>
    <message>
        <source>Resume syncing {bank}</source>
        <translation>Abgleich von {bank} fortsetzen</translation>
    </message>
    <message>
        <source>Choose a file of settings (.env) to import</source>
        <translation>Eine Datei mit Einstellungen (.env) zum Importieren wählen</translation>
    </message>
    <message>
        <source>A .env file with the usual names, such as PLAID_CLIENT_ID and PLAID_SECRET, also with NEXT_PUBLIC_ before them. Secrets go to the place above; the file stays as it is.</source>
        <translation>Eine .env-Datei mit den üblichen Namen wie PLAID_CLIENT_ID und PLAID_SECRET, auch mit NEXT_PUBLIC_ davor. Geheimnisse kommen an den Ort oben; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The keys are used from the next start on.</source>
        <translation>Die Schlüssel werden vom nächsten Start an verwendet.</translation>
    </message>
    <message>
        <source>Import a .env file</source>
        <translation>Eine .env-Datei importieren</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of texts, numbers and dates. It is spoken from the next start on.</source>
        <translation>Der Texte, Zahlen und Daten. Sie gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Restart BudgetSync to see it in the chosen language</source>
        <translation>BudgetSync neu starten, um es in der gewählten Sprache zu sehen</translation>
    </message>
    <message>
        <source>Restart BudgetSync to use the new keys</source>
        <translation>BudgetSync neu starten, um die neuen Schlüssel zu verwenden</translation>
    </message>
    <message>
        <source>Secrets are being kept.</source>
        <translation>Geheimnisse werden verwahrt.</translation>
    </message>
    <message>
        <source>The keys are for {environment}, which has a ledger of its own.</source>
        <translation>Die Schlüssel sind für {environment}; das hat ein eigenes Kontobuch.</translation>
    </message>
    <message>
        <source>They are not used as long as the environment sets {names}.</source>
        <translation>Sie werden nicht verwendet, solange die Umgebung {names} festlegt.</translation>
    </message>
    <message>
        <source>Settings (*.env .env .env.* *.txt)</source>
        <translation>Einstellungen (*.env .env .env.* *.txt)</translation>
    </message>
    <message>
        <source>Taken over: {names}.</source>
        <translation>Übernommen: {names}.</translation>
    </message>
    <message>
        <source>To the place for secrets: {names}.</source>
        <translation>An den Ort für Geheimnisse: {names}.</translation>
    </message>
    <message>
        <source>Into the ledger: {names}.</source>
        <translation>In das Kontobuch: {names}.</translation>
    </message>
    <message>
        <source>Not taken over, since it is decided where the program is started: {names}.</source>
        <translation>Nicht übernommen, weil es beim Start des Programms entschieden wird: {names}.</translation>
    </message>
    <message>
        <source>Not known to BudgetSync: {names}.</source>
        <translation>BudgetSync nicht bekannt: {names}.</translation>
    </message>
    <message>
        <source>Webhooks: {state}. News come with the next sync meanwhile.</source>
        <translation>Webhooks: {state}. Neues kommt inzwischen mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>Paused until {when}.</source>
        <translation>Angehalten bis {when}.</translation>
    </message>
    <message>
        <source>Next: {when}.</source>
        <translation>Nächster: {when}.</translation>
    </message>
    <message>
        <source>Next sync: {when}.</source>
        <translation>Nächster Abgleich: {when}.</translation>
    </message>
    <message>
        <source>There is no network; syncing goes on when it is back.</source>
        <translation>Es gibt kein Netzwerk; der Abgleich geht weiter, wenn es wieder da ist.</translation>
    </message>
    <message>
        <source>Waiting for a network that is not metered.</source>
        <translation>Wartet auf ein Netzwerk ohne Volumenlimit.</translation>
    </message>
    <message>
        <source>Webhooks: not set up. News come with the next sync.</source>
        <translation>Webhooks: nicht eingerichtet. Neues kommt mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>Webhooks: on. News come by themselves; the timer is the safety net.</source>
        <translation>Webhooks: ein. Neues kommt von selbst; die Uhr ist das Sicherheitsnetz.</translation>
    </message>
    <message>
        <source>Webhooks: on, but some did not arrive. They come with the next sync.</source>
        <translation>Webhooks: ein, aber einiges kam nicht an. Es kommt mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>Paused until you resume.</source>
        <translation>Angehalten, bis Sie fortsetzen.</translation>
    </message>
    <message>
        <source>Waits for the end of the pause.</source>
        <translation>Wartet auf das Ende der Pause.</translation>
    </message>
    <message>
        <source>Waits for a network that is not metered.</source>
        <translation>Wartet auf ein Netzwerk ohne Volumenlimit.</translation>
    </message>
    <message>
        <source>Waits for the network.</source>
        <translation>Wartet auf das Netzwerk.</translation>
    </message>
    <message>
        <source>A sync waits or is running.</source>
        <translation>Ein Abgleich wartet oder läuft.</translation>
    </message>
    <message>
        <source>Due now.</source>
        <translation>Jetzt fällig.</translation>
    </message>
    <message>
        <source>After the quiet hours: {when}.</source>
        <translation>Nach den Ruhezeiten: {when}.</translation>
    </message>
    <message>
        <source>Nothing is planned now; a sync waits or is running.</source>
        <translation>Jetzt ist nichts geplant; ein Abgleich wartet oder läuft.</translation>
    </message>
    <message>
        <source>The next sync is due now.</source>
        <translation>Der nächste Abgleich ist jetzt fällig.</translation>
    </message>
    <message>
        <source>Quiet hours. Next sync: {when}.</source>
        <translation>Ruhezeiten. Nächster Abgleich: {when}.</translation>
    </message>
    <message>
        <source>No bank is connected yet.</source>
        <translation>Noch ist keine Bank verbunden.</translation>
    </message>
    <message>
        <source>Say a test notification</source>
        <translation>Eine Testbenachrichtigung zeigen</translation>
    </message>
    <message>
        <source>Saved. It is listed only.</source>
        <translation>Gespeichert. Es wird nur aufgelistet.</translation>
    </message>
    <message>
        <source>This computer has no way to say it; notices are listed under Problems.</source>
        <translation>Dieser Rechner kann nichts melden; Meldungen stehen unter Probleme.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Each cause is said once, and taken back when it is solved. What is not said aloud is listed under Problems all the same.</source>
        <translation>Jede Ursache wird einmal gemeldet und zurückgezogen, wenn sie gelöst ist. Was nicht gemeldet wird, steht trotzdem unter Probleme.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>Testbenachrichtigung</translation>
    </message>
    <message>
        <source>Shows how this computer says something on BudgetSync&apos;s behalf.</source>
        <translation>Zeigt, wie dieser Rechner etwas für BudgetSync meldet.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose quiet hours, under Syncing</source>
        <translation>Ruhezeiten wählen, unter Abgleich</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Kontobuch</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>The same as for syncing; what comes meanwhile is said afterwards.</source>
        <translation>Dieselben wie für den Abgleich; was inzwischen kommt, wird danach gemeldet.</translation>
    </message>
    <message>
        <source>It was said just now.</source>
        <translation>Gerade eben wurde gemeldet.</translation>
    </message>
    <message>
        <source>A bank wants you to sign in again</source>
        <translation>Eine Bank verlangt eine neue Anmeldung</translation>
    </message>
    <message>
        <source>A connection has ended</source>
        <translation>Eine Verbindung wurde beendet</translation>
    </message>
    <message>
        <source>A consent ends soon</source>
        <translation>Eine Zustimmung endet bald</translation>
    </message>
    <message>
        <source>A bank cannot be reached for long</source>
        <translation>Eine Bank ist lange nicht erreichbar</translation>
    </message>
    <message>
        <source>A bank has had no news for long</source>
        <translation>Eine Bank hat lange nichts Neues</translation>
    </message>
    <message>
        <source>A bank&apos;s news do not arrive by themselves</source>
        <translation>Neues einer Bank kommt nicht von selbst</translation>
    </message>
    <message>
        <source>A bank has accounts that are not shared</source>
        <translation>Eine Bank hat Konten, die nicht freigegeben sind</translation>
    </message>
    <message>
        <source>The keys or the set-up are refused</source>
        <translation>Die Schlüssel oder die Einrichtung werden abgelehnt</translation>
    </message>
    <message>
        <source>A balance is not what the bank says</source>
        <translation>Ein Saldo ist nicht der, den die Bank nennt</translation>
    </message>
    <message>
        <source>Removals wait for your decision</source>
        <translation>Rücknahmen warten auf Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Rows could not be read</source>
        <translation>Umsätze waren nicht lesbar</translation>
    </message>
    <message>
        <source>The disk is full or cannot be written</source>
        <translation>Die Festplatte ist voll oder nicht beschreibbar</translation>
    </message>
    <message>
        <source>The ledger&apos;s file is damaged</source>
        <translation>Die Datei des Kontobuchs ist beschädigt</translation>
    </message>
    <message>
        <source>A backup was not made</source>
        <translation>Eine Sicherung wurde nicht gemacht</translation>
    </message>
    <message>
        <source>The place for secrets does not open</source>
        <translation>Der Ort für Geheimnisse öffnet sich nicht</translation>
    </message>
    <message>
        <source>Say aloud: {what}</source>
        <translation>Melden: {what}</translation>
    </message>
    <message>
        <source>Each transaction has the category that the bank&apos;s service gives it, and yours wherever you change it; rules and suggestions are set up here in a later version.</source>
        <translation>Jeder Umsatz hat die Kategorie, die der Dienst der Bank ihm gibt, und Ihre, wo Sie sie ändern; Regeln und Vorschläge werden in einer späteren Version hier eingerichtet.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Section of the settings</source>
        <translation>Abschnitt der Einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>BUDGETSYNC_PASSPHRASE in the environment has secrets kept in a file that is sealed with it. Until then no bank is asked; the ledger itself is not affected.</source>
        <translation>Mit BUDGETSYNC_PASSPHRASE in der Umgebung werden Geheimnisse in einer damit versiegelten Datei verwahrt. Bis dahin wird keine Bank gefragt; das Kontobuch selbst ist nicht betroffen.</translation>
    </message>
    <message>
        <source>Check the place for secrets, by writing to it</source>
        <translation>Den Ort für Geheimnisse prüfen, indem dorthin geschrieben wird</translation>
    </message>
    <message>
        <source>Chosen when BudgetSync was set up.</source>
        <translation>Bei der Einrichtung von BudgetSync gewählt.</translation>
    </message>
    <message>
        <source>Keep using it</source>
        <translation>Weiter verwenden</translation>
    </message>
    <message>
        <source>A secret is being written and read.</source>
        <translation>Ein Geheimnis wird geschrieben und gelesen.</translation>
    </message>
    <message>
        <source>Until then no bank is asked; the ledger itself is not affected.</source>
        <translation>Bis dahin wird keine Bank gefragt; das Kontobuch selbst ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The keys to your banks and to Plaid. They are in no file that can be read, and no backup.</source>
        <translation>Die Schlüssel zu Ihren Banken und zu Plaid. Sie sind in keiner lesbaren Datei und in keiner Sicherung.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Keep using this place for secrets</source>
        <translation>Diesen Ort für Geheimnisse weiter verwenden</translation>
    </message>
    <message>
        <source>Another place than last time</source>
        <translation>Ein anderer Ort als letztes Mal</translation>
    </message>
    <message>
        <source>It opens: a secret was written, read and deleted just now.</source>
        <translation>Er öffnet sich: Gerade wurde ein Geheimnis geschrieben, gelesen und gelöscht.</translation>
    </message>
    <message>
        <source>The secrets of this ledger were in {before}, and now {place} is in use. Connections may need signing in again; start the former one and check again to have them back.</source>
        <translation>Die Geheimnisse dieses Kontobuchs waren hier: {before}. Jetzt wird dies verwendet: {place}. Verbindungen brauchen vielleicht eine neue Anmeldung; starten Sie den früheren Ort und prüfen Sie erneut, um sie zurückzuhaben.</translation>
    </message>
    <message>
        <source>Keys from a file</source>
        <translation>Schlüssel aus einer Datei</translation>
    </message>
    <message>
        <source>Syncing goes on; the icon in the tray opens the window again.</source>
        <translation>Der Abgleich geht weiter; das Symbol im Infobereich öffnet das Fenster wieder.</translation>
    </message>
    <message>
        <source>Start at login, in the background</source>
        <translation>Bei der Anmeldung starten, im Hintergrund</translation>
    </message>
    <message>
        <source>Without a window; the icon in the tray shows that it runs.</source>
        <translation>Ohne Fenster; das Symbol im Infobereich zeigt, dass es läuft.</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>BudgetSync can only sync by itself while it runs.</source>
        <translation>BudgetSync kann nur von selbst abgleichen, solange es läuft.</translation>
    </message>
    <message>
        <source>This desktop has no tray now, so closing the window ends BudgetSync.</source>
        <translation>Diese Arbeitsumgebung hat gerade keinen Infobereich; das Schließen des Fensters beendet BudgetSync also.</translation>
    </message>
    <message>
        <source>BudgetSync has no way to do that on this system; its own settings may have one.</source>
        <translation>BudgetSync kann das auf diesem System nicht tun; vielleicht können es dessen eigene Einstellungen.</translation>
    </message>
    <message>
        <source>The entry for the start at login cannot be written ({reason}).</source>
        <translation>Der Eintrag für den Start bei der Anmeldung ist nicht beschreibbar ({reason}).</translation>
    </message>
    <message>
        <source>Give yourself write access to the autostart folder, then try again.</source>
        <translation>Verschaffen Sie sich Schreibzugriff auf den Autostart-Ordner und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Start at login was not changed</source>
        <translation>Der Start bei der Anmeldung wurde nicht geändert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>{words}: {n} s so far</source>
        <translation>
            <numerusform>{words}: bisher {n} s</numerusform>
            <numerusform>{words}: bisher {n} s</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The ledger, its backups and the log; secrets are not in it.</source>
        <translation>Das Kontobuch, seine Sicherungen und das Protokoll; Geheimnisse sind nicht darin.</translation>
    </message>
    <message>
        <source>Cancel the check of the ledger&apos;s file</source>
        <translation>Prüfung der Datei abbrechen</translation>
    </message>
    <message>
        <source>damaged: {finding} ({when})</source>
        <translation>beschädigt: {finding} ({when})</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>Die Datei wird geprüft</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the path of the data folder</source>
        <translation>Pfad des Datenordners kopieren</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Check quickly</source>
        <translation>Schnell prüfen</translation>
    </message>
    <message>
        <source>Check the ledger&apos;s file quickly</source>
        <translation>Die Datei des Kontobuchs schnell prüfen</translation>
    </message>
    <message>
        <source>Check in full</source>
        <translation>Vollständig prüfen</translation>
    </message>
    <message>
        <source>Check the ledger&apos;s file in full</source>
        <translation>Die Datei des Kontobuchs vollständig prüfen</translation>
    </message>
    <message>
        <source>Last checks</source>
        <translation>Letzte Prüfungen</translation>
    </message>
    <message>
        <source>1. Quit BudgetSync here, so that nothing is written any more.</source>
        <translation>1. Beenden Sie BudgetSync hier, damit nichts mehr geschrieben wird.</translation>
    </message>
    <message>
        <source>2. Copy the whole data folder to the other computer.</source>
        <translation>2. Kopieren Sie den ganzen Datenordner auf den anderen Rechner.</translation>
    </message>
    <message>
        <source>3. Start BudgetSync there with that folder (--data-dir).</source>
        <translation>3. Starten Sie BudgetSync dort mit diesem Ordner (--data-dir).</translation>
    </message>
    <message>
        <source>4. Sign in at each bank again: the keys stay in this computer&apos;s place for secrets. History and edits come along.</source>
        <translation>4. Melden Sie sich bei jeder Bank neu an: Die Schlüssel bleiben am Ort für Geheimnisse dieses Rechners. Verlauf und Änderungen kommen mit.</translation>
    </message>
    <message>
        <source>not yet folded in: {size}</source>
        <translation>noch nicht eingearbeitet: {size}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>The file is damaged: {finding}. Restore a backup, under Backups.</source>
        <translation>Die Datei ist beschädigt: {finding}. Stellen Sie unter Sicherungen eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Is the file sound</source>
        <translation>Zustand der Datei</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Ein anderer Rechner</translation>
    </message>
    <message>
        <source>Ledger: {size}</source>
        <translation>Kontobuch: {size}</translation>
    </message>
    <message>
        <source>Quickly: {result}</source>
        <translation>Schnell: {result}</translation>
    </message>
    <message>
        <source>In full: {result}</source>
        <translation>Vollständig: {result}</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>Es wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>nothing wrong ({when})</source>
        <translation>alles in Ordnung ({when})</translation>
    </message>
    <message>
        <source>Nothing is synced by itself during a pause.</source>
        <translation>Während einer Pause wird nichts von selbst abgeglichen.</translation>
    </message>
    <message>
        <source>How often all connections are synced</source>
        <translation>Wie oft alle Verbindungen abgeglichen werden</translation>
    </message>
    <message>
        <source>At most this long between two syncs. Each takes a few kilobytes.</source>
        <translation>Höchstens so lange zwischen zwei Abgleichen. Jeder braucht ein paar Kilobyte.</translation>
    </message>
    <message>
        <source>Quiet hours begin at</source>
        <translation>Ruhezeiten beginnen um</translation>
    </message>
    <message>
        <source>Quiet hours end at</source>
        <translation>Ruhezeiten enden um</translation>
    </message>
    <message numerus="yes">
        <source>{n} times as long</source>
        <translation>
            <numerusform>{n}-mal so lang</numerusform>
            <numerusform>{n}-mal so lang</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync now works at any time, whatever is chosen here.</source>
        <translation>Jetzt abgleichen geht jederzeit, was auch immer hier gewählt ist.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>Pause syncing for an hour</source>
        <translation>Abgleich für eine Stunde anhalten</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Pause syncing until tomorrow</source>
        <translation>Abgleich bis morgen anhalten</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Bis ich fortsetze</translation>
    </message>
    <message>
        <source>Pause syncing until I resume it</source>
        <translation>Abgleich anhalten, bis ich fortsetze</translation>
    </message>
    <message>
        <source>Resume syncing</source>
        <translation>Abgleich fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Nothing is synced by itself and nothing said aloud; it is caught up afterwards.</source>
        <translation>Nichts wird von selbst abgeglichen und nichts gemeldet; danach wird es aufgeholt.</translation>
    </message>
    <message>
        <source>Wait on a metered network</source>
        <translation>In Netzwerken mit Volumenlimit warten</translation>
    </message>
    <message>
        <source>Syncing by itself goes on when the network is no longer paid by volume.</source>
        <translation>Der Abgleich geht von selbst weiter, wenn das Netzwerk nicht mehr nach Volumen bezahlt wird.</translation>
    </message>
    <message>
        <source>How much less often connections are synced on battery</source>
        <translation>Wie viel seltener bei Akkubetrieb abgeglichen wird</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Bei Akkubetrieb</translation>
    </message>
    <message>
        <source>Intervals get so many times as long while the computer is not plugged in.</source>
        <translation>So viele Male länger werden die Abstände, solange der Rechner nicht am Stromnetz hängt.</translation>
    </message>
    <message>
        <source>As often as ever</source>
        <translation>So oft wie sonst</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>When not</source>
        <translation>Wann nicht</translation>
    </message>
    <message>
        <source>Choose an end that is not the beginning.</source>
        <translation>Wählen Sie ein Ende, das nicht der Anfang ist.</translation>
    </message>
    <message>
        <source>Set by the environment ({name}); it cannot be changed here.</source>
        <translation>Durch die Umgebung festgelegt ({name}); hier nicht zu ändern.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Opening your ledger…</source>
        <translation>Ihr Kontobuch wird geöffnet…</translation>
    </message>
    <message>
        <source>Opening your ledger</source>
        <translation>Ihr Kontobuch wird geöffnet</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>{page}, {n} waiting</source>
        <translation>
            <numerusform>{page}, {n} wartet</numerusform>
            <numerusform>{page}, {n} warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message numerus="yes">
        <source>{page}, {n} new</source>
        <translation>
            <numerusform>{page}, {n} neu</numerusform>
            <numerusform>{page}, {n} neu</numerusform>
        </translation>
    </message>
    <message>
        <source>{page} (Ctrl+{number})</source>
        <translation>{page} (Strg+{number})</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Currency not known</source>
        <translation>Währung nicht bekannt</translation>
    </message>
    <message>
        <source>Its rows are kept aside until a version of BudgetSync knows the currency.</source>
        <translation>Die Umsätze liegen beiseite, bis eine Version von BudgetSync die Währung kennt.</translation>
    </message>
    <message>
        <source>1 removal to review</source>
        <translation>1 Rücknahme zu prüfen</translation>
    </message>
    <message>
        <source>The bank took back unusually many rows at once. They stay until you decide.</source>
        <translation>Die Bank hat ungewöhnlich viele Umsätze auf einmal zurückgenommen. Sie bleiben, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>It has never been without new rows for so long lately.</source>
        <translation>So lange war es zuletzt nie ohne neue Umsätze.</translation>
    </message>
    <message numerus="yes">
        <source>{n} removals to review</source>
        <translation>
            <numerusform>{n} Rücknahme zu prüfen</numerusform>
            <numerusform>{n} Rücknahmen zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>No rows since {day}</source>
        <translation>Keine Umsätze seit {day}</translation>
    </message>
    <message>
        <source>No new rows for far longer than usual: {accounts}</source>
        <translation>Viel länger als sonst keine neuen Umsätze: {accounts}</translation>
    </message>
    <message numerus="yes">
        <source>Up to date except {n} accounts</source>
        <translation>
            <numerusform>Aktuell bis auf {n} Konto</numerusform>
            <numerusform>Aktuell bis auf {n} Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed, history kept</source>
        <translation>Entfernt, Verlauf behalten</translation>
    </message>
    <message>
        <source>Kept by you</source>
        <translation>Von Ihnen geführt</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>Wartet auf Beginn</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Nothing new from the bank</source>
        <translation>Nichts Neues von der Bank</translation>
    </message>
    <message>
        <source>Up to date except {account}</source>
        <translation>Aktuell bis auf {account}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Gleicht ab</translation>
    </message>
    <message>
        <source>Will try again</source>
        <translation>Versucht es erneut</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Demo bank</source>
        <translation>Demobank</translation>
    </message>
    <message>
        <source>Plaid sandbox: test data</source>
        <translation>Plaid-Sandbox: Testdaten</translation>
    </message>
    <message>
        <source>Real banks</source>
        <translation>Echte Banken</translation>
    </message>
    <message>
        <source>Next attempt: {when}</source>
        <translation>Nächster Versuch: {when}</translation>
    </message>
    <message>
        <source>Queue: empty</source>
        <translation>Warteschlange: leer</translation>
    </message>
    <message>
        <source>No sync yet</source>
        <translation>Noch kein Abgleich</translation>
    </message>
    <message>
        <source>Offline: syncs when the network is back</source>
        <translation>Offline: Abgleich, wenn das Netzwerk wieder da ist</translation>
    </message>
    <message>
        <source>No sync planned</source>
        <translation>Kein Abgleich geplant</translation>
    </message>
    <message>
        <source>Next sync is due now</source>
        <translation>Nächster Abgleich ist jetzt fällig</translation>
    </message>
    <message numerus="yes">
        <source>Queue: {n} running</source>
        <translation>
            <numerusform>Warteschlange: {n} läuft</numerusform>
            <numerusform>Warteschlange: {n} laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue: {n} waiting</source>
        <translation>
            <numerusform>Warteschlange: {n} wartet</numerusform>
            <numerusform>Warteschlange: {n} warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sync {when}</source>
        <translation>Letzter Abgleich {when}</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>Angehalten, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>Next sync: {when}</source>
        <translation>Nächster Abgleich: {when}</translation>
    </message>
    <message>
        <source>Paused until {when}</source>
        <translation>Angehalten bis {when}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>{fresh} of {total} connections up to date</source>
        <translation>
            <numerusform>{fresh} von {total} Verbindung aktuell</numerusform>
            <numerusform>{fresh} von {total} Verbindungen aktuell</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing your connection</source>
        <translation>Ihre Verbindung wird abgeglichen</translation>
    </message>
    <message>
        <source>No bank is connected any more</source>
        <translation>Keine Bank ist mehr verbunden</translation>
    </message>
    <message>
        <source>Nothing has to be synced</source>
        <translation>Nichts abzugleichen</translation>
    </message>
    <message>
        <source>Syncing is paused</source>
        <translation>Der Abgleich ist angehalten</translation>
    </message>
    <message>
        <source>Your connection is up to date</source>
        <translation>Ihre Verbindung ist aktuell</translation>
    </message>
    <message numerus="yes">
        <source>Syncing {busy} of {total} connections</source>
        <translation>
            <numerusform>{busy} von {total} Verbindung wird abgeglichen</numerusform>
            <numerusform>{busy} von {total} Verbindungen werden abgeglichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {total} connections up to date</source>
        <translation>
            <numerusform>{total} Verbindung aktuell</numerusform>
            <numerusform>Alle {total} Verbindungen aktuell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Syncing all {total} connections</source>
        <translation>
            <numerusform>{total} Verbindung wird abgeglichen</numerusform>
            <numerusform>Alle {total} Verbindungen werden abgeglichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncMonitor</name>
    <message>
        <source>Last contact {when}</source>
        <translation>Letzter Kontakt {when}</translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation>Alle abgleichen</translation>
    </message>
    <message>
        <source>Sync all connections</source>
        <translation>Alle Verbindungen abgleichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel all syncs</source>
        <translation>Alle Abgleiche abbrechen</translation>
    </message>
    <message>
        <source>No bank was contacted yet</source>
        <translation>Noch kein Kontakt zu einer Bank</translation>
    </message>
    <message>
        <source>No connections yet</source>
        <translation>Noch keine Verbindungen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation>
            <numerusform>vor {n} Minute</numerusform>
            <numerusform>vor {n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation>
            <numerusform>vor {n} Stunde</numerusform>
            <numerusform>vor {n} Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow at {time}</source>
        <translation>morgen um {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>gestern um {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <translation>
            <numerusform>vor {n} Tag</numerusform>
            <numerusform>vor {n} Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>{currency}, 1 account</source>
        <translation>{currency}, 1 Konto</translation>
    </message>
    <message numerus="yes">
        <source>{currency}, {n} accounts</source>
        <translation>
            <numerusform>{currency}, {n} Konto</numerusform>
            <numerusform>{currency}, {n} Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing owed</source>
        <translation>Nichts geschuldet</translation>
    </message>
    <message>
        <source>Totals by currency</source>
        <translation>Summen nach Währung</translation>
    </message>
    <message>
        <source>{held} held, {owed} owed</source>
        <translation>{held} vorhanden, {owed} geschuldet</translation>
    </message>
</context>
<context>
    <name>Transactions</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Double-click a cell or press F2 to change it</source>
        <translation>Doppelklicken Sie auf eine Zelle oder drücken Sie F2, um sie zu ändern</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>Getätigt am {day}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>{payee}
The bank&apos;s text: {original}</source>
        <translation>{payee}
Text der Bank: {original}</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Booked on {day}</source>
        <translation>Gebucht am {day}</translation>
    </message>
    <message>
        <source>Bank differs</source>
        <translation>Bank weicht ab</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Umbuchung</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufgeteilt</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Payee, A to Z</source>
        <translation>Empfänger, A bis Z</translation>
    </message>
    <message>
        <source>Payee, Z to A</source>
        <translation>Empfänger, Z bis A</translation>
    </message>
    <message>
        <source>Largest income first</source>
        <translation>Größte Einnahmen zuerst</translation>
    </message>
    <message>
        <source>Largest spending first</source>
        <translation>Größte Ausgaben zuerst</translation>
    </message>
    <message>
        <source>{column} of {payee}</source>
        <translation>{column} von {payee}</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Fewer words find more. A filter can be taken away, too.</source>
        <translation>Weniger Wörter finden mehr. Auch ein Filter lässt sich wegnehmen.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>No transactions yet</source>
        <translation>Noch keine Umsätze</translation>
    </message>
    <message>
        <source>They appear here as soon as a bank has synced.</source>
        <translation>Sie erscheinen hier, sobald eine Bank abgeglichen ist.</translation>
    </message>
    <message>
        <source>They come by themselves once a bank is connected.</source>
        <translation>Sie kommen von selbst, sobald eine Bank verbunden ist.</translation>
    </message>
    <message>
        <source>Connect a bank</source>
        <translation>Eine Bank verbinden</translation>
    </message>
    <message>
        <source>Pending: {count}</source>
        <translation>Vorgemerkt: {count}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Show in sums</source>
        <translation>In Summen zeigen</translation>
    </message>
    <message>
        <source>Hide from sums</source>
        <translation>Aus Summen ausblenden</translation>
    </message>
    <message>
        <source>Mark as not reviewed</source>
        <translation>Als ungeprüft markieren</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Als geprüft markieren</translation>
    </message>
    <message>
        <source>All of this payee</source>
        <translation>Alle dieses Empfängers</translation>
    </message>
    <message>
        <source>Copy as a sentence</source>
        <translation>Als Satz kopieren</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Change the payee</source>
        <translation>Empfänger ändern</translation>
    </message>
    <message>
        <source>Change the category</source>
        <translation>Kategorie ändern</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Schlagwörter ändern</translation>
    </message>
    <message>
        <source>Change amount and day</source>
        <translation>Betrag und Tag ändern</translation>
    </message>
    <message>
        <source>All of this category</source>
        <translation>Alle dieser Kategorie</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>1 transaction</source>
        <translation>1 Umsatz</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>Sortiert</translation>
    </message>
    <message numerus="yes">
        <source>{n} transactions</source>
        <translation>
            <numerusform>{n} Umsätze</numerusform>
            <numerusform>{n} Umsätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation>
            <numerusform>{n} ausgewählt</numerusform>
            <numerusform>{n} ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Sucht</translation>
    </message>
    <message>
        <source>Use the bank&apos;s name again</source>
        <translation>Wieder den Namen der Bank verwenden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Open BudgetSync</source>
        <translation>BudgetSync &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Jetzt &amp;abgleichen</translation>
    </message>
    <message>
        <source>&amp;Pause syncing</source>
        <translation>Abgleich an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Resume syncing</source>
        <translation>Abgleich &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Quit BudgetSync</source>
        <translation>BudgetSync &amp;beenden</translation>
    </message>
    <message>
        <source>No bank is connected yet.</source>
        <translation>Noch ist keine Bank verbunden.</translation>
    </message>
    <message>
        <source>Syncing now.</source>
        <translation>Wird gerade abgeglichen.</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>Es gibt kein Netzwerk.</translation>
    </message>
    <message>
        <source>Syncing is paused.</source>
        <translation>Der Abgleich ist angehalten.</translation>
    </message>
    <message>
        <source>Last contact {when}.</source>
        <translation>Letzter Kontakt {when}.</translation>
    </message>
    <message>
        <source>{count}.</source>
        <translation>{count}.</translation>
    </message>
    <message>
        <source>BudgetSync is still running</source>
        <translation>BudgetSync läuft weiter</translation>
    </message>
    <message>
        <source>It keeps your transactions current. This icon opens the window again, and its menu ends the program.</source>
        <translation>Es hält Ihre Umsätze aktuell. Dieses Symbol öffnet das Fenster wieder, und sein Menü beendet das Programm.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Last contacted: {when}</source>
        <translation>Letzter Kontakt: {when}</translation>
    </message>
    <message>
        <source>Last success: {when}</source>
        <translation>Letzter Erfolg: {when}</translation>
    </message>
    <message>
        <source>Last sync: number {number}, begun {when}, {state}</source>
        <translation>Letzter Abgleich: Nummer {number}, begonnen {when}, {state}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Opens in the browser how the provider&apos;s connection to this bank does</source>
        <translation>Öffnet im Browser, wie es der Verbindung des Anbieters zu dieser Bank geht</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Connect the bank again: {bank}</source>
        <translation>Bank erneut verbinden: {bank}</translation>
    </message>
    <message>
        <source>Sign in again: {bank}</source>
        <translation>Neu anmelden: {bank}</translation>
    </message>
    <message>
        <source>Try again: {bank}</source>
        <translation>Erneut versuchen: {bank}</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten verbergen</translation>
    </message>
    <message>
        <source>Open the status page for {bank}</source>
        <translation>Statusseite für {bank} öffnen</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Erneut verbinden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Show the details: {bank}</source>
        <translation>Einzelheiten zeigen: {bank}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copies what happened, without secrets</source>
        <translation>Kopiert, was geschah, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy the details: {subject}</source>
        <translation>Einzelheiten kopieren: {subject}</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Nothing had to be changed</source>
        <translation>Es war nichts zu ändern</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>Wiederholen: {what}</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Erledigt: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederholt: {what}</translation>
    </message>
    <message>
        <source>{what} changed</source>
        <translation>Geändert: {what}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop here; what is changed stays changed</source>
        <translation>Hier anhalten; was geändert ist, bleibt geändert</translation>
    </message>
    <message>
        <source>Changing transactions: {percent} %</source>
        <translation>Umsätze werden geändert: {percent} %</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>Nothing was connected: the key of a connection has to be kept in a safe place.</source>
        <translation>Nichts wurde verbunden: Der Schlüssel einer Verbindung muss an einem sicheren Ort verwahrt werden.</translation>
    </message>
    <message>
        <source>The key cannot be kept</source>
        <translation>Der Schlüssel kann nicht verwahrt werden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not connect a bank now</source>
        <translation>Jetzt keine Bank verbinden</translation>
    </message>
    <message>
        <source>Unlock your system&apos;s keyring and try again, or choose another way below.</source>
        <translation>Entsperren Sie den Schlüsselbund Ihres Systems und versuchen Sie es erneut, oder wählen Sie unten einen anderen Weg.</translation>
    </message>
    <message>
        <source>The place for secrets</source>
        <translation>Der Ort für Geheimnisse</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <translation>Schlüsselbund erneut versuchen</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Keep the secrets for this session only</source>
        <translation>Die Geheimnisse nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>Dieselbe Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Keep in a sealed file</source>
        <translation>In versiegelter Datei behalten</translation>
    </message>
    <message>
        <source>Keep the secrets in a file that is sealed with the passphrase</source>
        <translation>Die Geheimnisse in einer Datei behalten, die mit der Passphrase versiegelt ist</translation>
    </message>
    <message>
        <source>Choose one of the ways below.</source>
        <translation>Wählen Sie unten einen der Wege.</translation>
    </message>
    <message>
        <source>Type the passphrase that the file was made with, or choose another way.</source>
        <translation>Tippen Sie die Passphrase, mit der die Datei angelegt wurde, oder wählen Sie einen anderen Weg.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has {n} letters or more.</source>
        <translation>
            <numerusform>Eine Passphrase hat {n} Zeichen oder mehr.</numerusform>
            <numerusform>Eine Passphrase hat {n} Zeichen oder mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>For this session only means: they are asked for at the next start.</source>
        <translation>Nur für diese Sitzung heißt: Beim nächsten Start wird danach gefragt.</translation>
    </message>
    <message>
        <source>Or a file that is sealed with a passphrase</source>
        <translation>Oder eine Datei, mit einer Passphrase versiegelt</translation>
    </message>
    <message>
        <source>Each start asks for the passphrase. Nobody can find it out for you: without it, your banks are connected anew.</source>
        <translation>Jeder Start fragt nach der Passphrase. Niemand kann sie für Sie herausfinden: Ohne sie werden Ihre Banken neu verbunden.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The balance is proved with the first sync that brings one.</source>
        <translation>Der Saldo wird mit dem ersten Abgleich nachgewiesen, der einen mitbringt.</translation>
    </message>
    <message>
        <source>Not proved yet</source>
        <translation>Noch nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Differs by {amount} since {day}</source>
        <translation>Weicht seit {day} um {amount} ab</translation>
    </message>
    <message>
        <source>Not provable: no balance is told</source>
        <translation>Nicht nachweisbar: kein Saldo mitgeteilt</translation>
    </message>
    <message>
        <source>The bank tells no balance for this account.</source>
        <translation>Die Bank teilt für dieses Konto keinen Saldo mit.</translation>
    </message>
    <message>
        <source>Not provable yet: history is still arriving</source>
        <translation>Noch nicht nachweisbar: Ältere Umsätze kommen noch</translation>
    </message>
    <message>
        <source>The balance is today&apos;s, while older rows are on their way.</source>
        <translation>Der Saldo ist der heutige, während ältere Umsätze noch unterwegs sind.</translation>
    </message>
    <message>
        <source>Not provable now: the bank sent older data</source>
        <translation>Jetzt nicht nachweisbar: Die Bank hat ältere Daten gesendet</translation>
    </message>
    <message>
        <source>What came last is older than what was proved before.</source>
        <translation>Was zuletzt kam, ist älter als das früher Nachgewiesene.</translation>
    </message>
    <message>
        <source>Not provable: interest accrues</source>
        <translation>Nicht nachweisbar: Es fallen Zinsen an</translation>
    </message>
    <message>
        <source>Between two payments a loan changes without a row.</source>
        <translation>Zwischen zwei Zahlungen ändert sich ein Darlehen ohne Umsatz.</translation>
    </message>
    <message>
        <source>Seen once; often the balance only comes late. The next news tell whether it stays.</source>
        <translation>Einmal gesehen; oft kommt nur der Saldo spät. Das nächste Neue zeigt, ob es bleibt.</translation>
    </message>
    <message>
        <source>Not provable</source>
        <translation>Nicht nachweisbar</translation>
    </message>
    <message>
        <source>The rows say {expected}, the bank says {told}.</source>
        <translation>Die Umsätze ergeben {expected}, die Bank sagt {told}.</translation>
    </message>
    <message>
        <source>Balance proved</source>
        <translation>Saldo stimmt</translation>
    </message>
    <message>
        <source>Starting balance taken</source>
        <translation>Anfangssaldo gesetzt</translation>
    </message>
    <message>
        <source>All rows add up to what the bank says: {told}. Proved on {when}.</source>
        <translation>Alle Umsätze ergeben, was die Bank sagt: {told}. Nachgewiesen {when}.</translation>
    </message>
    <message>
        <source>The bank&apos;s balance of {told} is where the proof begins. From the next news on, every row is counted against it.</source>
        <translation>Der Saldo der Bank von {told} ist der Anfang des Nachweises. Ab dem nächsten Neuen wird jeder Umsatz dagegen gerechnet.</translation>
    </message>
    <message>
        <source>Being checked: {amount} apart</source>
        <translation>Wird geprüft: {amount} Abweichung</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to BudgetSync</source>
        <translation>Willkommen bei BudgetSync</translation>
    </message>
    <message>
        <source>Try the demo &amp;bank</source>
        <translation>&amp;Demobank ausprobieren</translation>
    </message>
    <message>
        <source>Try the demo bank</source>
        <translation>Demobank ausprobieren</translation>
    </message>
    <message>
        <source>Use your own &amp;Plaid keys</source>
        <translation>Eigene &amp;Plaid-Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Use your own Plaid keys</source>
        <translation>Eigene Plaid-Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Erst einmal umsehen</translation>
    </message>
    <message>
        <source>Invented people and money. Nothing is needed.</source>
        <translation>Erfundene Personen und erfundenes Geld. Nichts wird gebraucht.</translation>
    </message>
    <message>
        <source>Connect your banks</source>
        <translation>Ihre Banken verbinden</translation>
    </message>
    <message>
        <source>Through Plaid, with keys of your own.</source>
        <translation>Über Plaid, mit eigenen Schlüsseln.</translation>
    </message>
    <message>
        <source>It keeps your bank transactions current: every hour, and whenever you press Sync now.</source>
        <translation>Es hält Ihre Bankumsätze aktuell: jede Stunde, und wann immer Sie auf Jetzt abgleichen drücken.</translation>
    </message>
    <message>
        <source>After every sync it compares the sums with the bank&apos;s own balance. What you typed is never overwritten.</source>
        <translation>Nach jedem Abgleich vergleicht es die Summen mit dem Saldo der Bank. Was Sie eingetragen haben, wird nie überschrieben.</translation>
    </message>
    <message>
        <source>Everything lies in one file on this computer, which is yours, in this folder:</source>
        <translation>Alles liegt in einer Datei auf diesem Rechner, die Ihnen gehört, in diesem Ordner:</translation>
    </message>
    <message>
        <source>Nothing was saved so far. Choose where your keys are kept.</source>
        <translation>Bisher wurde nichts gespeichert. Wählen Sie, wo Ihre Schlüssel verwahrt werden.</translation>
    </message>
    <message>
        <source>Your keys are in a file that is sealed with the passphrase that you chose.</source>
        <translation>Ihre Schlüssel sind in einer Datei, die mit der von Ihnen gewählten Passphrase versiegelt ist.</translation>
    </message>
    <message>
        <source>The keys cannot be kept</source>
        <translation>Die Schlüssel können nicht verwahrt werden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the keys</source>
        <translation>Zurück zu den Schlüsseln</translation>
    </message>
    <message>
        <source>Type your passphrase</source>
        <translation>Tippen Sie Ihre Passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>The sealed file</source>
        <translation>Die versiegelte Datei</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the sealed file</source>
        <translation>Versiegelte Datei öffnen</translation>
    </message>
    <message>
        <source>Something &amp;else</source>
        <translation>Etwas &amp;anderes</translation>
    </message>
    <message>
        <source>Choose something else to be opened</source>
        <translation>Etwas anderes zum Öffnen wählen</translation>
    </message>
    <message>
        <source>Type it again, as you chose it.</source>
        <translation>Tippen Sie sie noch einmal, wie Sie sie gewählt haben.</translation>
    </message>
    <message>
        <source>You get them from Plaid. Those for its sandbox cost nothing and open test banks. They are kept in your keyring, and sent to Plaid only.</source>
        <translation>Sie bekommen sie von Plaid. Die für die Sandbox kosten nichts und öffnen Testbanken. Sie werden in Ihrem Schlüsselbund verwahrt und nur an Plaid gesendet.</translation>
    </message>
    <message>
        <source>Your own Plaid keys</source>
        <translation>Ihre eigenen Plaid-Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Where to get keys</source>
        <translation>&amp;Woher man Schlüssel bekommt</translation>
    </message>
    <message>
        <source>Open the page of Plaid where you get keys</source>
        <translation>Die Seite von Plaid öffnen, auf der Sie Schlüssel bekommen</translation>
    </message>
    <message>
        <source>Back to the first page</source>
        <translation>Zurück zur ersten Seite</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-Id</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Show the letters of the secret</source>
        <translation>Die Zeichen des Secrets zeigen</translation>
    </message>
    <message>
        <source>San&amp;dbox: test banks</source>
        <translation>&amp;Sandbox: Testbanken</translation>
    </message>
    <message>
        <source>P&amp;roduction: real banks</source>
        <translation>P&amp;roduktion: echte Banken</translation>
    </message>
    <message>
        <source>Their data are kept in {folder}</source>
        <translation>Ihre Daten liegen in {folder}</translation>
    </message>
    <message>
        <source>Client &amp;id</source>
        <translation>Client-&amp;Id</translation>
    </message>
    <message>
        <source>S&amp;ecret</source>
        <translation>S&amp;ecret</translation>
    </message>
    <message>
        <source>Keys for</source>
        <translation>Schlüssel für</translation>
    </message>
    <message>
        <source>Asking Plaid.</source>
        <translation>Plaid wird gefragt.</translation>
    </message>
    <message>
        <source>Look at both again, and whether the secret is the one for production.</source>
        <translation>Sehen Sie beide noch einmal an, und ob es das Secret für die Produktion ist.</translation>
    </message>
    <message>
        <source>Look at both again, and whether the secret is the one for the sandbox.</source>
        <translation>Sehen Sie beide noch einmal an, und ob es das Secret für die Sandbox ist.</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>&amp;Save all the same</source>
        <translation>Trotzdem &amp;speichern</translation>
    </message>
    <message>
        <source>Save the keys although nobody could be asked about them</source>
        <translation>Die Schlüssel speichern, obwohl niemand danach gefragt werden konnte</translation>
    </message>
    <message>
        <source>&amp;Save and open</source>
        <translation>&amp;Speichern und öffnen</translation>
    </message>
    <message>
        <source>Save the keys and open</source>
        <translation>Die Schlüssel speichern und öffnen</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Check the keys at Plaid</source>
        <translation>Die Schlüssel bei Plaid prüfen</translation>
    </message>
    <message>
        <source>Plaid accepts these keys.</source>
        <translation>Plaid nimmt diese Schlüssel an.</translation>
    </message>
    <message>
        <source>&amp;Look at the ledger only</source>
        <translation>Nur das &amp;Kontobuch ansehen</translation>
    </message>
    <message>
        <source>Open the ledger without its keys; nothing is fetched</source>
        <translation>Das Kontobuch ohne seine Schlüssel öffnen; nichts wird abgerufen</translation>
    </message>
    <message>
        <source>BudgetSync</source>
        <translation>BudgetSync</translation>
    </message>
    <message>
        <source>Your keys were kept for one session only, and that session is over.</source>
        <translation>Ihre Schlüssel wurden nur für eine Sitzung behalten, und die ist vorbei.</translation>
    </message>
</context>
</TS>
