<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About BudgetSync</source>
        <translation>Acerca de BudgetSync</translation>
    </message>
    <message>
        <source>Keeps your bank transactions current
in one SQLite file that you own.</source>
        <translation>Mantiene al día sus movimientos bancarios
en un único archivo SQLite que es suyo.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>MIT licence. Drawn with Qt {qt} (LGPL) through PySide6.</source>
        <translation>Licencia MIT. Hecho con Qt {qt} (LGPL) mediante PySide6.</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Syncs all accounts at {bank}: a bank is asked for all of them at once</source>
        <translation>Sincroniza todas las cuentas de {bank}: a un banco se le pregunta por todas a la vez</translation>
    </message>
    <message>
        <source>{account} at {bank}: {figure} {qualifier}</source>
        <translation>{account} en {bank}: {figure} {qualifier}</translation>
    </message>
    <message>
        <source>Sync now: {account} at {bank}</source>
        <translation>Sincronizar ahora: {account} en {bank}</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message numerus="yes">
        <source>{n} transactions</source>
        <translation>
            <numerusform>{n} movimiento</numerusform>
            <numerusform>{n} movimientos</numerusform>
        </translation>
    </message>
    <message>
        <source>updated {when}</source>
        <translation>actualizado {when}</translation>
    </message>
    <message>
        <source>The bank&apos;s balance as of {when}</source>
        <translation>El saldo del banco a fecha de {when}</translation>
    </message>
    <message>
        <source>balance of {day}</source>
        <translation>saldo del {day}</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>New transaction</source>
        <translation>Movimiento nuevo</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Unido</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Traspaso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Day booked</source>
        <translation>Día de contabilización</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Comercio</translation>
    </message>
    <message>
        <source>Bank&apos;s text</source>
        <translation>Texto del banco</translation>
    </message>
    <message>
        <source>Bank&apos;s category</source>
        <translation>Categoría del banco</translation>
    </message>
    <message>
        <source>Taken back by the bank</source>
        <translation>Retirado por el banco</translation>
    </message>
    <message>
        <source>Bank&apos;s rows</source>
        <translation>Movimientos del banco</translation>
    </message>
    <message>
        <source>Question to you</source>
        <translation>Pregunta para usted</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of the bank</source>
        <translation>
            <numerusform>{n} movimiento del banco</numerusform>
            <numerusform>{n} movimientos del banco</numerusform>
        </translation>
    </message>
    <message>
        <source>pending</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>contabilizado</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>the bank says that it is the same</source>
        <translation>el banco dice que es el mismo</translation>
    </message>
    <message>
        <source>the pending one was booked</source>
        <translation>el pendiente se contabilizó</translation>
    </message>
    <message>
        <source>the pending one was booked with another amount</source>
        <translation>el pendiente se contabilizó con otro importe</translation>
    </message>
    <message>
        <source>the bank took it back and gave it again</source>
        <translation>el banco lo retiró y lo dio otra vez</translation>
    </message>
    <message>
        <source>the new connection told of it, too</source>
        <translation>la conexión nueva también lo comunicó</translation>
    </message>
    <message>
        <source>you said that it is the same</source>
        <translation>usted dijo que es el mismo</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>carried out</source>
        <translation>llevado a cabo</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>turned down</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>1 row of the bank</source>
        <translation>1 movimiento del banco</translation>
    </message>
    <message>
        <source>{field}, as the bank says</source>
        <translation>{field}, según el banco</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>with transaction {number}</source>
        <translation>con el movimiento {number}</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Partes de esta página</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>Sincronizaciones</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Undo what it decided</source>
        <translation>Deshacer lo que decidió</translation>
    </message>
    <message>
        <source>The details were copied, without secrets.</source>
        <translation>Los detalles se copiaron, sin secretos.</translation>
    </message>
    <message>
        <source>Syncs to show</source>
        <translation>Sincronizaciones que se muestran</translation>
    </message>
    <message>
        <source>Connection to show</source>
        <translation>Conexión que se muestra</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Todas las conexiones</translation>
    </message>
    <message>
        <source>All syncs</source>
        <translation>Todas las sincronizaciones</translation>
    </message>
    <message>
        <source>With news</source>
        <translation>Con novedades</translation>
    </message>
    <message>
        <source>With trouble</source>
        <translation>Con problemas</translation>
    </message>
    <message>
        <source>Syncs, newest first</source>
        <translation>Sincronizaciones, primero la más reciente</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>No sync so far</source>
        <translation>Aún sin sincronizar</translation>
    </message>
    <message>
        <source>Connect a bank: every sync of it is kept here, with what it changed.</source>
        <translation>Conecte un banco: cada sincronización se conserva aquí, con lo que cambió.</translation>
    </message>
    <message>
        <source>No sync fits</source>
        <translation>Ninguna sincronización coincide</translation>
    </message>
    <message>
        <source>Change what is shown.</source>
        <translation>Cambie lo que se muestra.</translation>
    </message>
    <message numerus="yes">
        <source>{n} requests</source>
        <translation>
            <numerusform>{n} petición</numerusform>
            <numerusform>{n} peticiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <translation>
            <numerusform>{n} página</numerusform>
            <numerusform>{n} páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 petición</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>{bank}: {why}</source>
        <translation>{bank}: {why}</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>All changes of this step</source>
        <translation>Todos los cambios de este paso</translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>Deshacer este paso</translation>
    </message>
    <message>
        <source>Do this step again</source>
        <translation>Hacer este paso otra vez</translation>
    </message>
    <message>
        <source>Connection or account to show</source>
        <translation>Conexión o cuenta que se muestra</translation>
    </message>
    <message>
        <source>You asked</source>
        <translation>Usted lo pidió</translation>
    </message>
    <message>
        <source>It takes 1 joined row apart again, for good.</source>
        <translation>Vuelve a separar 1 movimiento unido, para siempre.</translation>
    </message>
    <message numerus="yes">
        <source>It takes {n} joined rows apart again, for good.</source>
        <translation>
            <numerusform>Vuelve a separar {n} movimiento unido, para siempre.</numerusform>
            <numerusform>Vuelve a separar {n} movimientos unidos, para siempre.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes 1 transfer apart.</source>
        <translation>Separa 1 traspaso.</translation>
    </message>
    <message numerus="yes">
        <source>It takes {n} transfers apart.</source>
        <translation>
            <numerusform>Separa {n} traspaso.</numerusform>
            <numerusform>Separa {n} traspasos.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes back 1 field that rules chose.</source>
        <translation>Revierte 1 campo que eligieron las reglas.</translation>
    </message>
    <message numerus="yes">
        <source>It takes back {n} fields that rules chose.</source>
        <translation>
            <numerusform>Revierte {n} campo que eligieron las reglas.</numerusform>
            <numerusform>Revierte {n} campos que eligieron las reglas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>another source told of it before</source>
        <translation>otra fuente ya lo había comunicado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cómo terminó</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>What it decided was undone. No later sync decides so again.</source>
        <translation>Lo que decidió se deshizo. Ninguna sincronización posterior vuelve a decidirlo.</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What this sync decided was undone; what the bank said stays as the bank said it.</source>
        <translation>Lo que decidió esta sincronización se deshizo; lo que dijo el banco queda como lo dijo.</translation>
    </message>
    <message>
        <source>This was undone, as far as it was not changed again since.</source>
        <translation>Esto se deshizo, salvo lo que se cambió de nuevo desde entonces.</translation>
    </message>
    <message>
        <source>Show the transaction</source>
        <translation>Mostrar el movimiento</translation>
    </message>
    <message>
        <source>All changes of this transaction</source>
        <translation>Todos los cambios de este movimiento</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Consultado</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>y {n} más</numerusform>
            <numerusform>y {n} más</numerusform>
        </translation>
    </message>
    <message>
        <source>News from the bank that it fetched</source>
        <translation>Novedades del banco que obtuvo</translation>
    </message>
    <message>
        <source>Show its transactions</source>
        <translation>Mostrar sus movimientos</translation>
    </message>
    <message>
        <source>Every row that this sync added, changed or removed</source>
        <translation>Cada movimiento que esta sincronización añadió, cambió o quitó</translation>
    </message>
    <message>
        <source>Show each change</source>
        <translation>Mostrar cada cambio</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Show what is kept aside</source>
        <translation>Mostrar lo apartado</translation>
    </message>
    <message>
        <source>Decide so again</source>
        <translation>Decidirlo otra vez</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Show the sync</source>
        <translation>Mostrar la sincronización</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Undo what it decided...</source>
        <translation>Deshacer lo que decidió...</translation>
    </message>
    <message>
        <source>Says first what that means</source>
        <translation>Dice primero qué significa</translation>
    </message>
    <message>
        <source>Takes back all of it, except for what was changed again since</source>
        <translation>Lo revierte todo, salvo lo que se cambió de nuevo desde entonces</translation>
    </message>
    <message>
        <source>Search payees, texts and values</source>
        <translation>Buscar beneficiarios, textos y valores</translation>
    </message>
    <message>
        <source>Search changes</source>
        <translation>Buscar cambios</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>De quién</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>De cualquiera</translation>
    </message>
    <message>
        <source>Field to show</source>
        <translation>Campo que se muestra</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Todos los campos</translation>
    </message>
    <message>
        <source>Days to show</source>
        <translation>Días que se muestran</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Todas las cuentas</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show all changes</source>
        <translation>Mostrar todos los cambios</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>Only what was done with one step</source>
        <translation>Solo lo hecho en un paso</translation>
    </message>
    <message>
        <source>Only what sync {number} changed</source>
        <translation>Solo lo que cambió la sincronización {number}</translation>
    </message>
    <message>
        <source>Only transaction {number}</source>
        <translation>Solo el movimiento {number}</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>Cambios, primero el más reciente</translation>
    </message>
    <message>
        <source>Looking further back</source>
        <translation>Mirando más atrás</translation>
    </message>
    <message>
        <source>{who}, undone</source>
        <translation>{who}, deshecho</translation>
    </message>
    <message>
        <source>No change fits</source>
        <translation>Ningún cambio coincide</translation>
    </message>
    <message>
        <source>Change what is searched for or shown.</source>
        <translation>Cambie lo que se busca o se muestra.</translation>
    </message>
    <message>
        <source>Nothing was changed so far</source>
        <translation>Hasta ahora no se cambió nada</translation>
    </message>
    <message>
        <source>Every change of every transaction is kept here, with who made it.</source>
        <translation>Cada cambio de cada movimiento se conserva aquí, con quién lo hizo.</translation>
    </message>
    <message>
        <source>The bank had news</source>
        <translation>El banco tenía novedades</translation>
    </message>
    <message>
        <source>The network came back</source>
        <translation>Volvió la red</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Reintentada</translation>
    </message>
    <message>
        <source>By the clock</source>
        <translation>Programada</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Al iniciar</translation>
    </message>
    <message>
        <source>You brought it</source>
        <translation>Lo trajo usted</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Failed, nothing was changed</source>
        <translation>Falló, no se cambió nada</translation>
    </message>
    <message>
        <source>Interrupted, it started over by itself</source>
        <translation>Interrumpida, empezó de nuevo sola</translation>
    </message>
    <message>
        <source>Cancelled, nothing was changed</source>
        <translation>Cancelada, no se cambió nada</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nada nuevo</translation>
    </message>
    <message>
        <source>1 new transaction</source>
        <translation>1 movimiento nuevo</translation>
    </message>
    <message>
        <source>1 kept aside</source>
        <translation>1 apartado</translation>
    </message>
    <message>
        <source>What the bank said stays, and so do your own edits.</source>
        <translation>Lo que dijo el banco queda, y sus propios cambios también.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>The bank</source>
        <translation>El banco</translation>
    </message>
    <message>
        <source>BudgetSync</source>
        <translation>BudgetSync</translation>
    </message>
    <message>
        <source>Did not succeed</source>
        <translation>No se logró</translation>
    </message>
    <message numerus="yes">
        <source>{n} new transactions</source>
        <translation>
            <numerusform>{n} movimiento nuevo</numerusform>
            <numerusform>{n} movimientos nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept aside</source>
        <translation>
            <numerusform>{n} apartado</numerusform>
            <numerusform>{n} apartados</numerusform>
        </translation>
    </message>
    <message>
        <source>It took a row of the bank for one that was there already, and joined them.</source>
        <translation>Tomó un movimiento del banco por uno que ya estaba y los unió.</translation>
    </message>
    <message numerus="yes">
        <source>It took {n} rows of the bank for ones that were there already, and joined them.</source>
        <translation>
            <numerusform>Tomó {n} movimiento del banco por uno que ya estaba y los unió.</numerusform>
            <numerusform>Tomó {n} movimientos del banco por otros que ya estaban y los unió.</numerusform>
        </translation>
    </message>
    <message>
        <source>It paired two rows of your own accounts as a transfer.</source>
        <translation>Unió dos movimientos de sus propias cuentas como traspaso.</translation>
    </message>
    <message numerus="yes">
        <source>It paired {n} transfers between your own accounts.</source>
        <translation>
            <numerusform>Unió {n} traspaso entre sus propias cuentas.</numerusform>
            <numerusform>Unió {n} traspasos entre sus propias cuentas.</numerusform>
        </translation>
    </message>
    <message>
        <source>It chose one field by your rules.</source>
        <translation>Eligió un campo según sus reglas.</translation>
    </message>
    <message numerus="yes">
        <source>It chose {n} fields by your rules.</source>
        <translation>
            <numerusform>Eligió {n} campo según sus reglas.</numerusform>
            <numerusform>Eligió {n} campos según sus reglas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Is running</source>
        <translation>Está en curso</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpida</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Undo what this sync of {bank} decided?</source>
        <translation>¿Deshacer lo que decidió esta sincronización de {bank}?</translation>
    </message>
    <message numerus="yes">
        <source>{n} changed</source>
        <translation>
            <numerusform>{n} cambiado</numerusform>
            <numerusform>{n} cambiados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} removed</source>
        <translation>
            <numerusform>{n} quitado</numerusform>
            <numerusform>{n} quitados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>BudgetSync is open already</source>
        <translation>BudgetSync ya está abierto</translation>
    </message>
    <message>
        <source>Another BudgetSync has this data folder open and does not answer.</source>
        <translation>Otro BudgetSync tiene abierta esta carpeta de datos y no responde.</translation>
    </message>
    <message>
        <source>End it, or wait until it has finished, then start BudgetSync again.</source>
        <translation>Ciérrelo o espere a que termine y vuelva a iniciar BudgetSync.</translation>
    </message>
    <message>
        <source>BudgetSync cannot open</source>
        <translation>BudgetSync no puede abrirse</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>{n}bn</source>
        <translation>{n} mM</translation>
    </message>
    <message>
        <source>{n}M</source>
        <translation>{n} M</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>owed</source>
        <translation>adeudado</translation>
    </message>
    <message>
        <source>balance not told</source>
        <translation>saldo no comunicado</translation>
    </message>
    <message>
        <source>in your favour</source>
        <translation>a su favor</translation>
    </message>
    <message>
        <source>{amount} available</source>
        <translation>{amount} disponible</translation>
    </message>
    <message>
        <source>{limit} limit</source>
        <translation>límite {limit}</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>The program met an error that it did not expect.</source>
        <translation>El programa se encontró con un error que no esperaba.</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>A tag is missing here</source>
        <translation>Aquí falta una etiqueta</translation>
    </message>
    <message>
        <source>About {n} min; can be stopped and undone</source>
        <translation>Unos {n} min; se puede detener y deshacer</translation>
    </message>
    <message>
        <source>1 selected</source>
        <translation>1 seleccionado</translation>
    </message>
    <message>
        <source>This is no day: type it as 2026-01-31</source>
        <translation>Esto no es una fecha: escríbala como 2026-01-31</translation>
    </message>
    <message>
        <source>Selected transactions</source>
        <translation>Movimientos seleccionados</translation>
    </message>
    <message>
        <source>&amp;Selected transactions</source>
        <translation>Movimientos &amp;seleccionados</translation>
    </message>
    <message>
        <source>&amp;Hide from sums</source>
        <translation>&amp;Ocultar de las sumas</translation>
    </message>
    <message>
        <source>&amp;Show in sums</source>
        <translation>Mostrar en las &amp;sumas</translation>
    </message>
    <message>
        <source>Mark as re&amp;viewed</source>
        <translation>Marcar como &amp;revisado</translation>
    </message>
    <message>
        <source>Mark as not revie&amp;wed</source>
        <translation>Marcar como &amp;no revisado</translation>
    </message>
    <message>
        <source>&amp;Merge into one</source>
        <translation>Co&amp;mbinar en uno</translation>
    </message>
    <message>
        <source>Pair as trans&amp;fer</source>
        <translation>Unir como tras&amp;paso</translation>
    </message>
    <message>
        <source>Copy as te&amp;xt</source>
        <translation>Copiar como te&amp;xto</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportar...</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change the selected transactions</source>
        <translation>Cambiar los movimientos seleccionados</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Poner</translation>
    </message>
    <message>
        <source>Set for all selected transactions</source>
        <translation>Poner en todos los movimientos seleccionados</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>No cambiar nada</translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation>
            <numerusform>{n} seleccionado</numerusform>
            <numerusform>{n} seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>{field} of the selected transactions</source>
        <translation>{field} de los movimientos seleccionados</translation>
    </message>
    <message>
        <source>Empty: as the bank has it</source>
        <translation>Vacío: como lo tiene el banco</translation>
    </message>
    <message>
        <source>Several with commas between them</source>
        <translation>Varias, separadas por comas</translation>
    </message>
    <message>
        <source>Empty: no note</source>
        <translation>Vacío: sin nota</translation>
    </message>
    <message>
        <source>Set &amp;category...</source>
        <translation>&amp;Categoría...</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Set &amp;payee...</source>
        <translation>&amp;Beneficiario...</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Set &amp;note...</source>
        <translation>No&amp;ta...</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Add &amp;tags...</source>
        <translation>&amp;Añadir etiquetas...</translation>
    </message>
    <message>
        <source>Tags to add</source>
        <translation>Etiquetas que añadir</translation>
    </message>
    <message>
        <source>&amp;Remove tags...</source>
        <translation>&amp;Quitar etiquetas...</translation>
    </message>
    <message>
        <source>Tags to remove</source>
        <translation>Etiquetas que quitar</translation>
    </message>
    <message>
        <source>Set &amp;date...</source>
        <translation>&amp;Fecha...</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Pause until &amp;tomorrow</source>
        <translation>Pausar hasta &amp;mañana</translation>
    </message>
    <message>
        <source>Re&amp;move the connection...</source>
        <translation>&amp;Quitar la conexión...</translation>
    </message>
    <message>
        <source>&amp;Delete its history...</source>
        <translation>&amp;Eliminar su historial...</translation>
    </message>
    <message>
        <source>Pause for an &amp;hour</source>
        <translation>Pausar una &amp;hora</translation>
    </message>
    <message>
        <source>Pause until &amp;you resume</source>
        <translation>Pausar hasta que &amp;usted reanude</translation>
    </message>
    <message>
        <source>&amp;Import a statement...</source>
        <translation>Im&amp;portar un extracto...</translation>
    </message>
    <message>
        <source>Ask the &amp;bank to refresh...</source>
        <translation>Pedir novedades al &amp;banco...</translation>
    </message>
    <message>
        <source>&amp;Sign in again...</source>
        <translation>&amp;Iniciar sesión de nuevo...</translation>
    </message>
    <message>
        <source>&amp;Connect the bank again...</source>
        <translation>&amp;Conectar el banco de nuevo...</translation>
    </message>
    <message>
        <source>More for {bank}</source>
        <translation>Más sobre {bank}</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Last sync: {counts}</source>
        <translation>Última sincronización: {counts}</translation>
    </message>
    <message>
        <source>Last sync: nothing new</source>
        <translation>Última sincronización: nada nuevo</translation>
    </message>
    <message>
        <source>Today: {counts}</source>
        <translation>Hoy: {counts}</translation>
    </message>
    <message>
        <source>Today: nothing new</source>
        <translation>Hoy: nada nuevo</translation>
    </message>
    <message>
        <source>Nothing new today</source>
        <translation>Hoy nada nuevo</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Not over yet</source>
        <translation>Aún sin terminar</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>Mostrar {name}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagen (*.png)</translation>
    </message>
    <message>
        <source>Drawing that scales (*.svg)</source>
        <translation>Dibujo escalable (*.svg)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Show the figures as a table</source>
        <translation>Mostrar las cifras como tabla</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>Save as a picture (PNG) or a drawing (SVG)</source>
        <translation>Guardar como imagen (PNG) o dibujo (SVG)</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Sumando</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Guardar el gráfico</translation>
    </message>
    <message>
        <source>Show as table: {title}</source>
        <translation>Mostrar como tabla: {title}</translation>
    </message>
    <message>
        <source>{name} could not be saved: {reason}</source>
        <translation>{name} no se pudo guardar: {reason}</translation>
    </message>
    <message>
        <source>Save as a picture: {title}</source>
        <translation>Guardar como imagen: {title}</translation>
    </message>
    <message>
        <source>Table: {title}</source>
        <translation>Tabla: {title}</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Guardado como {name}</translation>
    </message>
    <message>
        <source>{sign}{n}%</source>
        <translation>{sign}{n} %</translation>
    </message>
    <message>
        <source>same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Variación</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Movimientos</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} veces</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>The two rows</source>
        <translation>Los dos movimientos</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Contabilizado</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Encaja</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>1 day apart</source>
        <translation>A 1 día</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Salió</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primero</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Segundo</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Iguales</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Difiere</translation>
    </message>
    <message numerus="yes">
        <source>{n} days apart</source>
        <translation>
            <numerusform>A {n} día</numerusform>
            <numerusform>A {n} días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>A page opens in your browser, on which you sign in at your bank. Nothing that was fetched is lost, and what you changed stays as it is.</source>
        <translation>En su navegador se abre una página en la que inicia sesión en su banco. No se pierde nada de lo ya obtenido y lo que usted cambió queda como está.</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>2 years, the most there is</source>
        <translation>2 años, el máximo posible</translation>
    </message>
    <message>
        <source>A page of the demo bank opens in your browser. You choose a bank and sign in there, as at a real one.</source>
        <translation>En su navegador se abre una página del banco de demostración. Allí elige un banco e inicia sesión, como en uno real.</translation>
    </message>
    <message>
        <source>A page of Plaid opens in your browser. You choose your bank and sign in there; your password never comes to BudgetSync.</source>
        <translation>En su navegador se abre una página de Plaid. Allí elige su banco e inicia sesión; su contraseña nunca llega a BudgetSync.</translation>
    </message>
    <message>
        <source>Connect a bank</source>
        <translation>Conectar un banco</translation>
    </message>
    <message>
        <source>Country of the bank</source>
        <translation>País del banco</translation>
    </message>
    <message>
        <source>&amp;Country of the bank</source>
        <translation>&amp;País del banco</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Do not connect a bank</source>
        <translation>No conectar ningún banco</translation>
    </message>
    <message>
        <source>Choose the accounts anew, too</source>
        <translation>Elegir también las cuentas de nuevo</translation>
    </message>
    <message>
        <source>Do not sign in now</source>
        <translation>No iniciar sesión ahora</translation>
    </message>
    <message>
        <source>How much history</source>
        <translation>Cuánto historial</translation>
    </message>
    <message>
        <source>This is asked for once. More cannot be fetched later, only by connecting the bank anew.</source>
        <translation>Solo se pregunta una vez. Más adelante no se puede obtener más, salvo conectando el banco de nuevo.</translation>
    </message>
    <message>
        <source>Continue in the browser</source>
        <translation>Continuar en el navegador</translation>
    </message>
    <message>
        <source>Use SimpleFIN</source>
        <translation>Usar SimpleFIN</translation>
    </message>
    <message>
        <source>Connect by a setup token of a SimpleFIN server</source>
        <translation>Conectar con el token de configuración de un servidor SimpleFIN</translation>
    </message>
    <message>
        <source>Sign in again at {bank}</source>
        <translation>Iniciar sesión de nuevo en {bank}</translation>
    </message>
    <message>
        <source>Choose the accounts at {bank} anew, too</source>
        <translation>Elegir también las cuentas de {bank} de nuevo</translation>
    </message>
    <message>
        <source>History: {length}</source>
        <translation>Historial: {length}</translation>
    </message>
    <message>
        <source>Sign in again at {bank} in the browser</source>
        <translation>Iniciar sesión de nuevo en {bank} en el navegador</translation>
    </message>
    <message>
        <source>Open a new page</source>
        <translation>Abrir una página nueva</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The bank</source>
        <translation>El banco</translation>
    </message>
    <message>
        <source>Its transactions are being fetched now. The overview shows how far that is.</source>
        <translation>Ahora se obtienen sus movimientos. El resumen muestra cuánto falta.</translation>
    </message>
    <message>
        <source>What came in meanwhile is being fetched now.</source>
        <translation>Ahora se obtiene lo que llegó entretanto.</translation>
    </message>
    <message>
        <source>No bank was connected</source>
        <translation>No se conectó ningún banco</translation>
    </message>
    <message>
        <source>You left the page before the end</source>
        <translation>Salió de la página antes de terminar</translation>
    </message>
    <message>
        <source>The page has expired</source>
        <translation>La página ha caducado</translation>
    </message>
    <message>
        <source>Nothing was changed. A new page can be opened for half an hour again.</source>
        <translation>No se cambió nada. Una página nueva puede abrirse otra vez durante media hora.</translation>
    </message>
    <message>
        <source>Nothing here is real. The user name is {user}, the password {password}.</source>
        <translation>Nada aquí es real. El usuario es {user} y la contraseña {password}.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>{bank} is connected</source>
        <translation>{bank} está conectado</translation>
    </message>
    <message>
        <source>{bank} opens again</source>
        <translation>{bank} vuelve a estar accesible</translation>
    </message>
    <message>
        <source>{bank} was not signed in again</source>
        <translation>No se inició sesión de nuevo en {bank}</translation>
    </message>
    <message>
        <source>A connection shows these accounts already. With a second one, each row would come twice.</source>
        <translation>Una conexión ya muestra estas cuentas. Con una segunda, cada movimiento llegaría dos veces.</translation>
    </message>
    <message>
        <source>An account</source>
        <translation>Una cuenta</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>y {n} más</numerusform>
            <numerusform>y {n} más</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter other keys</source>
        <translation>Introducir otras claves</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Connect another bank</source>
        <translation>Conectar otro banco</translation>
    </message>
    <message>
        <source>Connected already: {bank}</source>
        <translation>Ya conectado: {bank}</translation>
    </message>
    <message>
        <source>Nothing was connected so far.</source>
        <translation>Hasta ahora no se conectó nada.</translation>
    </message>
    <message>
        <source>Keep what is there</source>
        <translation>Conservar lo que hay</translation>
    </message>
    <message>
        <source>Sign in again there</source>
        <translation>Iniciar sesión allí de nuevo</translation>
    </message>
    <message>
        <source>Connect all the same</source>
        <translation>Conectar de todos modos</translation>
    </message>
    <message>
        <source>Close: {title}</source>
        <translation>Cerrar: {title}</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>Listo: {title}</translation>
    </message>
    <message>
        <source>Keep the connection to {bank} that is there</source>
        <translation>Conservar la conexión existente con {bank}</translation>
    </message>
    <message>
        <source>Sign in again at the connection to {bank} that is there</source>
        <translation>Iniciar sesión de nuevo en la conexión existente con {bank}</translation>
    </message>
    <message>
        <source>Connect {bank} a second time</source>
        <translation>Conectar {bank} por segunda vez</translation>
    </message>
    <message>
        <source>Make a setup token at your SimpleFIN server and paste it here. It works once; the key that it gives goes to your keyring. The server is asked three times a day.</source>
        <translation>Cree un token de configuración en su servidor SimpleFIN y péguelo aquí. Sirve una sola vez; la clave que da se guarda en su llavero. Se pregunta al servidor tres veces al día.</translation>
    </message>
    <message>
        <source>Connect by SimpleFIN</source>
        <translation>Conectar con SimpleFIN</translation>
    </message>
    <message>
        <source>Setup token</source>
        <translation>Token de configuración</translation>
    </message>
    <message>
        <source>Setup &amp;token</source>
        <translation>&amp;Token de configuración</translation>
    </message>
    <message>
        <source>Asking the server.</source>
        <translation>Se pregunta al servidor.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Claim the setup token</source>
        <translation>Canjear el token de configuración</translation>
    </message>
    <message>
        <source>Repair {bank}</source>
        <translation>Reparar {bank}</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Compruebe la red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Espere un poco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Enter the keys anew.</source>
        <translation>Introduzca las claves de nuevo.</translation>
    </message>
    <message>
        <source>Asking for a page</source>
        <translation>Solicitando una página</translation>
    </message>
    <message>
        <source>Asking for a page on which you sign in</source>
        <translation>Solicitando una página para iniciar sesión</translation>
    </message>
    <message>
        <source>Stop asking for a page</source>
        <translation>Dejar de solicitar una página</translation>
    </message>
    <message>
        <source>Continue in your browser</source>
        <translation>Continúe en su navegador</translation>
    </message>
    <message>
        <source>Waiting for you to finish in the browser</source>
        <translation>Esperando a que termine en el navegador</translation>
    </message>
    <message>
        <source>{message} BudgetSync goes on waiting; what you do on the page is not lost.</source>
        <translation>{message} BudgetSync sigue esperando; lo que haga en la página no se pierde.</translation>
    </message>
    <message>
        <source>Choose your bank on the page that has opened, and sign in there.</source>
        <translation>Elija su banco en la página que se ha abierto e inicie sesión allí.</translation>
    </message>
    <message>
        <source>Come back here when the page says that it is done.</source>
        <translation>Vuelva aquí cuando la página diga que ha terminado.</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Dirección de la página</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Copy the address of the page</source>
        <translation>Copiar la dirección de la página</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>The page can no longer be opened. What you have begun there still counts.</source>
        <translation>La página ya no se puede abrir. Lo que haya empezado allí sigue valiendo.</translation>
    </message>
    <message>
        <source>The browser opens in a moment.</source>
        <translation>El navegador se abre en un momento.</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Abrir la página otra vez</translation>
    </message>
    <message>
        <source>Open the page again in the browser</source>
        <translation>Abrir la página otra vez en el navegador</translation>
    </message>
    <message>
        <source>Stop waiting for the browser</source>
        <translation>Dejar de esperar al navegador</translation>
    </message>
    <message>
        <source>The browser did not open. Copy the address below and open it yourself.</source>
        <translation>El navegador no se abrió. Copie la dirección de abajo y ábrala usted.</translation>
    </message>
    <message>
        <source>The key of this connection is gone, so the bank is connected anew. History and everything you changed are carried over.</source>
        <translation>La clave de esta conexión ya no está, por eso el banco se conecta de nuevo. El historial y todo lo que cambió se conservan.</translation>
    </message>
    <message>
        <source>Give the address to nobody: whoever has it can go on in your place.</source>
        <translation>No dé la dirección a nadie: quien la tenga puede continuar en su lugar.</translation>
    </message>
    <message>
        <source>The page can be opened for one more minute.</source>
        <translation>La página puede abrirse durante un minuto más.</translation>
    </message>
    <message numerus="yes">
        <source>The page can be opened for {n} more minutes.</source>
        <translation>
            <numerusform>La página puede abrirse durante {n} minuto más.</numerusform>
            <numerusform>La página puede abrirse durante {n} minutos más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The page is open. Waiting for you to finish.</source>
        <translation>La página está abierta. Esperando a que termine.</translation>
    </message>
    <message>
        <source>Waiting for you to open the page.</source>
        <translation>Esperando a que abra la página.</translation>
    </message>
    <message>
        <source>Sign in at {bank} on the page that has opened.</source>
        <translation>Inicie sesión en {bank} en la página que se ha abierto.</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Asks {bank} for news of all its accounts</source>
        <translation>Pregunta a {bank} por novedades de todas sus cuentas</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Refresh at the bank, pause, sign in, remove</source>
        <translation>Actualizar en el banco, pausar, iniciar sesión, quitar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stops this sync; nothing half-done is kept</source>
        <translation>Detiene esta sincronización; no queda nada a medias</translation>
    </message>
    <message>
        <source>Sync now: {bank}</source>
        <translation>Sincronizar ahora: {bank}</translation>
    </message>
    <message>
        <source>More for {bank}</source>
        <translation>Más sobre {bank}</translation>
    </message>
    <message>
        <source>Cancel the sync: {bank}</source>
        <translation>Cancelar la sincronización: {bank}</translation>
    </message>
    <message>
        <source>Progress: {bank}</source>
        <translation>Progreso: {bank}</translation>
    </message>
    <message>
        <source>Contacted {when}</source>
        <translation>Contacto {when}</translation>
    </message>
    <message>
        <source>The bank&apos;s service last answered on {when}</source>
        <translation>El servicio del banco respondió por última vez: {when}</translation>
    </message>
    <message>
        <source>Last import {when}</source>
        <translation>Última importación {when}</translation>
    </message>
    <message>
        <source>A statement file was last imported on {when}</source>
        <translation>La última importación de un extracto fue {when}</translation>
    </message>
    <message>
        <source>Bank&apos;s data as of {when}</source>
        <translation>Datos del banco: {when}</translation>
    </message>
    <message>
        <source>The bank itself last gave news on {when}</source>
        <translation>El propio banco dio novedades por última vez: {when}</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Tiempo real</translation>
    </message>
    <message>
        <source>The bank&apos;s consent ends on {day}: sign in again before that.</source>
        <translation>El consentimiento del banco termina el {day}: inicie sesión de nuevo antes.</translation>
    </message>
    <message>
        <source>The bank ends this connection on {day}: sign in again before that.</source>
        <translation>El banco termina esta conexión el {day}: inicie sesión de nuevo antes.</translation>
    </message>
    <message>
        <source>Not contacted yet</source>
        <translation>Aún sin contacto</translation>
    </message>
    <message>
        <source>You enter these transactions yourself</source>
        <translation>Estos movimientos los introduce usted</translation>
    </message>
    <message>
        <source>No file was imported yet</source>
        <translation>Aún no se importó ningún archivo</translation>
    </message>
</context>
<context>
    <name>Country</name>
    <message>
        <source>Austria</source>
        <translation>Austria</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Bélgica</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canadá</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Alemania</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Dinamarca</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estonia</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>España</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finlandia</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Francia</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Reino Unido</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irlanda</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italia</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Lituania</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Letonia</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Países Bajos</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Noruega</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polonia</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Suecia</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Estados Unidos</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 row</source>
        <translation>1 movimiento</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} movimiento</numerusform>
            <numerusform>{n} movimientos</numerusform>
        </translation>
    </message>
    <message>
        <source>{added} added, {modified} modified, {removed} removed</source>
        <translation>{added} nuevos, {modified} modificados, {removed} quitados</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo bank</source>
        <translation>Banco de demostración</translation>
    </message>
    <message>
        <source>Invented people and money on this computer. Nothing here is real.</source>
        <translation>Personas y dinero inventados en este equipo. Nada aquí es real.</translation>
    </message>
    <message>
        <source>Let a day pass</source>
        <translation>Dejar pasar un día</translation>
    </message>
    <message>
        <source>Let a day pass at the demo bank</source>
        <translation>Dejar pasar un día en el banco de demostración</translation>
    </message>
    <message>
        <source>The demo bank moves on by one day, and tells of what is new</source>
        <translation>El banco de demostración avanza un día y comunica las novedades</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>“{text}” is no day. Write it like {day}.</source>
        <translation>«{text}» no es una fecha. Escríbala como {day}.</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Use the bank&apos;s name</source>
        <translation>Usar el nombre del banco</translation>
    </message>
    <message>
        <source>Use the bank&apos;s name for the payee</source>
        <translation>Usar el nombre del banco para el beneficiario</translation>
    </message>
    <message>
        <source>Use the bank&apos;s day</source>
        <translation>Usar el día del banco</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Sin categoría</translation>
    </message>
    <message>
        <source>The bank says {day}</source>
        <translation>El banco dice: {day}</translation>
    </message>
    <message>
        <source>Booked {day}</source>
        <translation>Contabilizado: {day}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>The bank&apos;s text: {text}</source>
        <translation>Texto del banco: {text}</translation>
    </message>
    <message>
        <source>History of the row</source>
        <translation>Historial del movimiento</translation>
    </message>
    <message>
        <source>Show this sync</source>
        <translation>Mostrar esta sincronización</translation>
    </message>
    <message>
        <source>Show this sync under Activity</source>
        <translation>Mostrar esta sincronización en Actividad</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>deshecho</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Deshacer esto</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Parts of the details</source>
        <translation>Partes de los detalles</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>Ningún movimiento elegido</translation>
    </message>
    <message>
        <source>Choose one to see where it comes from, and to change it.</source>
        <translation>Elija uno para ver de dónde viene y para cambiarlo.</translation>
    </message>
    <message>
        <source>Take the bank&apos;s</source>
        <translation>Tomar lo del banco</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar lo mío</translation>
    </message>
    <message>
        <source>The bank took this row back after you had edited it. It is still in sight, and in no total.</source>
        <translation>El banco retiró este movimiento después de que usted lo editara. Sigue a la vista, pero en ningún total.</translation>
    </message>
    <message>
        <source>This row counts no more: the bank took it back.</source>
        <translation>Este movimiento ya no cuenta: el banco lo retiró.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Restaurarlo</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Dejarlo ir</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>El movimiento</translation>
    </message>
    <message>
        <source>The bank, by Plaid</source>
        <translation>El banco, mediante Plaid</translation>
    </message>
    <message>
        <source>The bank, by SimpleFIN</source>
        <translation>El banco, mediante SimpleFIN</translation>
    </message>
    <message>
        <source>Typed in by you</source>
        <translation>Escrito por usted</translation>
    </message>
    <message>
        <source>Sources of the row</source>
        <translation>Fuentes del movimiento</translation>
    </message>
    <message>
        <source>Take them apart</source>
        <translation>Separarlos</translation>
    </message>
    <message>
        <source>Take the newest of the joined rows apart again</source>
        <translation>Volver a separar el más reciente de los movimientos unidos</translation>
    </message>
    <message>
        <source>Raw data</source>
        <translation>Datos originales</translation>
    </message>
    <message>
        <source>Show or hide the raw data</source>
        <translation>Mostrar u ocultar los datos originales</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the raw data</source>
        <translation>Copiar los datos originales</translation>
    </message>
    <message>
        <source>Show the sync</source>
        <translation>Mostrar la sincronización</translation>
    </message>
    <message>
        <source>Show the sync that brought it under Activity</source>
        <translation>Mostrar en Actividad la sincronización que lo trajo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>First told</source>
        <translation>Dicho por primera vez</translation>
    </message>
    <message>
        <source>This row has become part of another one.</source>
        <translation>Este movimiento pasó a formar parte de otro.</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Contabilizado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Añadir una etiqueta</translation>
    </message>
    <message>
        <source>Take the tag {tag} off</source>
        <translation>Quitar la etiqueta {tag}</translation>
    </message>
    <message>
        <source>Show the other half</source>
        <translation>Mostrar la otra mitad</translation>
    </message>
    <message>
        <source>Show the other half of the transfer</source>
        <translation>Mostrar la otra mitad del traspaso</translation>
    </message>
    <message>
        <source>It is no transfer</source>
        <translation>No es un traspaso</translation>
    </message>
    <message>
        <source>Take the transfer apart</source>
        <translation>Separar el traspaso</translation>
    </message>
    <message>
        <source>Transfer to {account}: {amount}, {day}</source>
        <translation>Traspaso a {account}: {amount}, {day}</translation>
    </message>
    <message>
        <source>Transfer from {account}: {amount}, {day}</source>
        <translation>Traspaso desde {account}: {amount}, {day}</translation>
    </message>
    <message>
        <source>Half of a transfer between your own accounts.</source>
        <translation>Mitad de un traspaso entre sus propias cuentas.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Sync of {bank} ({trigger})</source>
        <translation>Sincronización de {bank} ({trigger})</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Leave out of sums</source>
        <translation>Excluir de las sumas</translation>
    </message>
    <message>
        <source>Balances count it all the same</source>
        <translation>Los saldos lo cuentan igualmente</translation>
    </message>
    <message>
        <source>Use the bank&apos;s category</source>
        <translation>Usar la categoría del banco</translation>
    </message>
    <message>
        <source>Merge with another row</source>
        <translation>Combinar con otro movimiento</translation>
    </message>
    <message>
        <source>Merge with another row of the account</source>
        <translation>Combinar con otro movimiento de la cuenta</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>Combinarlos</translation>
    </message>
    <message>
        <source>Make one row of the two</source>
        <translation>Hacer de los dos un solo movimiento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leave the rows as they are</source>
        <translation>Dejar los movimientos como están</translation>
    </message>
    <message>
        <source>No row of this account is near in amount and date.</source>
        <translation>Ningún movimiento de esta cuenta se acerca en importe y fecha.</translation>
    </message>
    <message>
        <source>Which row is the same purchase?</source>
        <translation>¿Qué movimiento es la misma compra?</translation>
    </message>
    <message>
        <source>It may be one purchase with {payee}, {amount}, {day}.</source>
        <translation>Puede ser una sola compra con {payee}, {amount}, {day}.</translation>
    </message>
    <message>
        <source>It may be a transfer with {payee}, {amount}, {day}.</source>
        <translation>Puede ser un traspaso con {payee}, {amount}, {day}.</translation>
    </message>
    <message>
        <source>{field}: the bank now says {said}. Yours: {own}</source>
        <translation>{field}: el banco dice ahora {said}. Lo suyo: {own}</translation>
    </message>
    <message>
        <source>Several rows</source>
        <translation>Varios movimientos</translation>
    </message>
    <message>
        <source>What they have in common is changed at the foot of the table.</source>
        <translation>Lo que tienen en común se cambia al pie de la tabla.</translation>
    </message>
    <message>
        <source>Make them a transfer</source>
        <translation>Hacer un traspaso</translation>
    </message>
    <message>
        <source>Make a transfer of the two rows</source>
        <translation>Hacer un traspaso de los dos movimientos</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} movimiento</numerusform>
            <numerusform>{n} movimientos</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>The raw data was copied</source>
        <translation>Los datos originales se copiaron</translation>
    </message>
    <message>
        <source>Remove part {n}</source>
        <translation>Quitar la parte {n}</translation>
    </message>
    <message>
        <source>Amount of part {n}</source>
        <translation>Importe de la parte {n}</translation>
    </message>
    <message>
        <source>Category of part {n}</source>
        <translation>Categoría de la parte {n}</translation>
    </message>
    <message>
        <source>Note on part {n}</source>
        <translation>Nota de la parte {n}</translation>
    </message>
    <message>
        <source>One part again</source>
        <translation>De nuevo una parte</translation>
    </message>
    <message>
        <source>Take the split back: the row is one part again</source>
        <translation>Revertir la división: el movimiento vuelve a ser uno</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Añadir una parte</translation>
    </message>
    <message>
        <source>Add a part to the split</source>
        <translation>Añadir una parte a la división</translation>
    </message>
    <message>
        <source>Save the split</source>
        <translation>Guardar la división</translation>
    </message>
    <message>
        <source>Leave the parts as they were</source>
        <translation>Dejar las partes como estaban</translation>
    </message>
    <message>
        <source>Change the split</source>
        <translation>Cambiar la división</translation>
    </message>
    <message>
        <source>Split it</source>
        <translation>Dividirlo</translation>
    </message>
    <message>
        <source>Split of the row</source>
        <translation>División del movimiento</translation>
    </message>
    <message>
        <source>An amount cannot be read</source>
        <translation>Un importe no se puede leer</translation>
    </message>
    <message>
        <source>Adds up</source>
        <translation>Suma exacta</translation>
    </message>
    <message>
        <source>A part has no amount</source>
        <translation>Una parte no tiene importe</translation>
    </message>
    <message>
        <source>Left over: {amount}</source>
        <translation>Sobra: {amount}</translation>
    </message>
    <message>
        <source>Left out of sums</source>
        <translation>Excluido de las sumas</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Booked on</source>
        <translation>Contabilizado el</translation>
    </message>
    <message>
        <source>Name from the bank</source>
        <translation>Nombre del banco</translation>
    </message>
    <message>
        <source>Text from the bank</source>
        <translation>Texto del banco</translation>
    </message>
    <message>
        <source>Category from the bank</source>
        <translation>Categoría del banco</translation>
    </message>
    <message>
        <source>Taken back by the bank</source>
        <translation>Retirado por el banco</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Traspaso</translation>
    </message>
    <message>
        <source>The bank&apos;s row</source>
        <translation>El movimiento del banco</translation>
    </message>
    <message>
        <source>Removal that waits for you</source>
        <translation>Retirada que le espera</translation>
    </message>
    <message>
        <source>Suggested match</source>
        <translation>Coincidencia sugerida</translation>
    </message>
    <message>
        <source>Came into the ledger</source>
        <translation>Llegó al libro</translation>
    </message>
    <message>
        <source>Joined with another row of the bank</source>
        <translation>Unido con otro movimiento del banco</translation>
    </message>
    <message>
        <source>asked for by you</source>
        <translation>pedida por usted</translation>
    </message>
    <message>
        <source>the bank had news</source>
        <translation>el banco tenía novedades</translation>
    </message>
    <message>
        <source>the connection was back</source>
        <translation>volvió la conexión</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>reintentada</translation>
    </message>
    <message>
        <source>by the clock</source>
        <translation>programada</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>al iniciar</translation>
    </message>
    <message>
        <source>brought by you</source>
        <translation>traído por usted</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>elegida por usted</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>por una regla</translation>
    </message>
    <message>
        <source>as a transfer</source>
        <translation>como traspaso</translation>
    </message>
    <message>
        <source>as on earlier rows</source>
        <translation>como en movimientos anteriores</translation>
    </message>
    <message>
        <source>from the bank</source>
        <translation>del banco</translation>
    </message>
    <message>
        <source>by a model</source>
        <translation>por un modelo</translation>
    </message>
    <message>
        <source>The bank says that it is the same purchase, now booked.</source>
        <translation>El banco dice que es la misma compra, ya contabilizada.</translation>
    </message>
    <message>
        <source>A pending row of this amount was gone when this one came.</source>
        <translation>Un movimiento pendiente de este importe ya no estaba cuando llegó este.</translation>
    </message>
    <message>
        <source>The pending row was gone when this one came with another amount, such as a tip.</source>
        <translation>El movimiento pendiente ya no estaba cuando llegó este con otro importe, como una propina.</translation>
    </message>
    <message>
        <source>The bank took it back and told it again.</source>
        <translation>El banco lo retiró y lo dijo otra vez.</translation>
    </message>
    <message>
        <source>The bank was connected anew and told it again.</source>
        <translation>El banco se conectó de nuevo y lo dijo otra vez.</translation>
    </message>
    <message>
        <source>Another source had told of it before.</source>
        <translation>Otra fuente ya lo había comunicado.</translation>
    </message>
    <message>
        <source>You said that the two are one.</source>
        <translation>Usted dijo que los dos son uno.</translation>
    </message>
    <message>
        <source>The row began with it.</source>
        <translation>El movimiento empezó con ello.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>settled otherwise</source>
        <translation>resuelto de otro modo</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>aplicado</translation>
    </message>
    <message>
        <source>turned down</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>{field}, as the bank says</source>
        <translation>{field}, según el banco</translation>
    </message>
    <message>
        <source>Sync {number}</source>
        <translation>Sincronización {number}</translation>
    </message>
    <message>
        <source>with row {number}</source>
        <translation>con el movimiento {number}</translation>
    </message>
</context>
<context>
    <name>Drift</name>
    <message>
        <source>A removal of this account waits for your decision. The bank&apos;s balance is without that row already.</source>
        <translation>Una retirada de esta cuenta espera su decisión. El saldo del banco ya no incluye ese movimiento.</translation>
    </message>
    <message numerus="yes">
        <source>{n} removals of this account wait for your decision. The bank&apos;s balance is without them already.</source>
        <translation>
            <numerusform>{n} retiradas de esta cuenta esperan su decisión. El saldo del banco ya no incluye esos movimientos.</numerusform>
            <numerusform>{n} retiradas de esta cuenta esperan su decisión. El saldo del banco ya no incluye esos movimientos.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row of this connection could not be read. It is kept aside and in no sum here.</source>
        <translation>Un movimiento de esta conexión no se pudo leer. Está apartado y no cuenta en ninguna suma.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of this connection could not be read. They are kept aside and in no sum here.</source>
        <translation>
            <numerusform>{n} movimientos de esta conexión no se pudieron leer. Están apartados y no cuentan en ninguna suma.</numerusform>
            <numerusform>{n} movimientos de esta conexión no se pudieron leer. Están apartados y no cuentan en ninguna suma.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row counts here that the bank took back: you restored it.</source>
        <translation>Aquí cuenta un movimiento que el banco retiró: usted lo restauró.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows count here that the bank took back: you restored them.</source>
        <translation>
            <numerusform>Aquí cuentan {n} movimientos que el banco retiró: usted los restauró.</numerusform>
            <numerusform>Aquí cuentan {n} movimientos que el banco retiró: usted los restauró.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is exactly what pending transactions make out. It may go away when they are booked.</source>
        <translation>Es exactamente la suma de los movimientos pendientes. Quizá desaparezca cuando se contabilicen.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of exactly this amount are alike. One of them may be doubled.</source>
        <translation>
            <numerusform>{n} movimientos de exactamente este importe son iguales. Quizá uno esté duplicado.</numerusform>
            <numerusform>{n} movimientos de exactamente este importe son iguales. Quizá uno esté duplicado.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row of exactly this amount is here. The bank may not have counted it.</source>
        <translation>Hay un movimiento de exactamente este importe. Quizá el banco no lo contó.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of exactly this amount are here. The bank may not have counted one of them.</source>
        <translation>
            <numerusform>Hay {n} movimientos de exactamente este importe. Quizá el banco no contó uno de ellos.</numerusform>
            <numerusform>Hay {n} movimientos de exactamente este importe. Quizá el banco no contó uno de ellos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bank took back a row of exactly this amount. Its balance may still have it.</source>
        <translation>El banco retiró un movimiento de exactamente este importe. Quizá su saldo aún lo incluye.</translation>
    </message>
    <message numerus="yes">
        <source>The bank took back {n} rows of exactly this amount. Its balance may still have one of them.</source>
        <translation>
            <numerusform>El banco retiró {n} movimientos de exactamente este importe. Quizá su saldo aún incluye uno de ellos.</numerusform>
            <numerusform>El banco retiró {n} movimientos de exactamente este importe. Quizá su saldo aún incluye uno de ellos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Connect your first bank</source>
        <translation>Conecte su primer banco</translation>
    </message>
    <message>
        <source>You sign in on a page in your own browser. Accounts, balances and transactions are then kept current here.</source>
        <translation>Inicia sesión en una página de su propio navegador. Cuentas, saldos y movimientos se mantienen al día aquí.</translation>
    </message>
    <message>
        <source>Connect a bank</source>
        <translation>Conectar un banco</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A backup from before still has it: see `budgetsync backups`.</source>
        <translation>Una copia anterior aún lo tiene: vea `budgetsync backups`.</translation>
    </message>
    <message>
        <source>A check of the file found: {finding}. Nothing was changed in it.</source>
        <translation>Una comprobación del archivo encontró: {finding}. No se cambió nada en él.</translation>
    </message>
    <message>
        <source>A clock that runs faster is for the demo bank on this computer only.</source>
        <translation>Un reloj más rápido es solo para el banco de demostración de este equipo.</translation>
    </message>
    <message>
        <source>A file or its folder cannot be read or written{name}.</source>
        <translation>Un archivo o su carpeta no se puede leer o escribir{name}.</translation>
    </message>
    <message>
        <source>A folder stands where the database should be.</source>
        <translation>Hay una carpeta donde debería estar la base de datos.</translation>
    </message>
    <message>
        <source>A line of it has no end.</source>
        <translation>Una de sus líneas no tiene fin.</translation>
    </message>
    <message>
        <source>A name is missing here.</source>
        <translation>Aquí falta un nombre.</translation>
    </message>
    <message>
        <source>A number is missing here.</source>
        <translation>Aquí falta un número.</translation>
    </message>
    <message>
        <source>A provider&apos;s raw row cannot be unpacked, so that no whole archive can be made.</source>
        <translation>No se puede desempaquetar un registro original de un proveedor, así que no se puede hacer un archivo portátil completo.</translation>
    </message>
    <message>
        <source>A provider&apos;s raw rows cannot be unpacked, so that nothing can be deleted among them.</source>
        <translation>No se pueden desempaquetar registros originales de un proveedor, así que no se puede eliminar nada en ellos.</translation>
    </message>
    <message>
        <source>A restore of this ledger is under way, or was interrupted.</source>
        <translation>La restauración de este libro está en curso o se interrumpió.</translation>
    </message>
    <message>
        <source>A row cannot be merged with itself.</source>
        <translation>Un movimiento no se puede combinar consigo mismo.</translation>
    </message>
    <message>
        <source>A row could not be read</source>
        <translation>No se pudo leer un movimiento</translation>
    </message>
    <message>
        <source>A sealed file for secrets needs a passphrase.</source>
        <translation>Un archivo sellado para secretos necesita una frase de contraseña.</translation>
    </message>
    <message>
        <source>A setting cannot be used</source>
        <translation>Un ajuste no se puede usar</translation>
    </message>
    <message>
        <source>A statement does not name its currency.</source>
        <translation>Un extracto no indica su moneda.</translation>
    </message>
    <message>
        <source>A statement is in {currency}, a currency that is not known, or not in use any more.</source>
        <translation>Un extracto está en {currency}, una moneda que no se conoce o que ya no se usa.</translation>
    </message>
    <message>
        <source>A webhook could not be checked</source>
        <translation>No se pudo comprobar un webhook</translation>
    </message>
    <message>
        <source>A webhook was turned away</source>
        <translation>Se rechazó un webhook</translation>
    </message>
    <message>
        <source>A webhook was turned away: {reason}.</source>
        <translation>Se rechazó un webhook: {reason}.</translation>
    </message>
    <message>
        <source>A year, month or day is missing here: 2026, 2026-01, 2026-01-31, today, 30d.</source>
        <translation>Aquí falta un año, mes o día: 2026, 2026-01, 2026-01-31, today, 30d.</translation>
    </message>
    <message>
        <source>Accepting {listed}</source>
        <translation>Aceptación: {listed}</translation>
    </message>
    <message>
        <source>Access to the accounts was not granted at the bank.</source>
        <translation>En el banco no se concedió acceso a las cuentas.</translation>
    </message>
    <message>
        <source>Access to this bank was revoked.</source>
        <translation>Se revocó el acceso a este banco.</translation>
    </message>
    <message>
        <source>Actual Budget CSV</source>
        <translation>CSV para Actual Budget</translation>
    </message>
    <message>
        <source>Add --plaid-url http://127.0.0.1:PORT, or leave --clock-factor out.</source>
        <translation>Añada --plaid-url http://127.0.0.1:PORT, o quite --clock-factor.</translation>
    </message>
    <message>
        <source>Add credits to your Plaid account, then sync again.</source>
        <translation>Añada saldo a su cuenta de Plaid y sincronice de nuevo.</translation>
    </message>
    <message>
        <source>Add the line to the file, then import it again.</source>
        <translation>Añada la línea al archivo e impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>An account cannot be linked with itself.</source>
        <translation>Una cuenta no se puede vincular consigo misma.</translation>
    </message>
    <message>
        <source>An unusable amount</source>
        <translation>Un importe inservible</translation>
    </message>
    <message>
        <source>Another backup is about to be restored; nothing was changed.</source>
        <translation>Otra copia está a punto de restaurarse; no se cambió nada.</translation>
    </message>
    <message>
        <source>Another process put a backup in the ledger&apos;s place; this one still has the old file open.</source>
        <translation>Otro proceso puso una copia en lugar del libro; este aún tiene abierto el archivo antiguo.</translation>
    </message>
    <message>
        <source>Another program has the file open.</source>
        <translation>Otro programa tiene abierto el archivo.</translation>
    </message>
    <message>
        <source>Another program has the ledger open; nothing was changed.</source>
        <translation>Otro programa tiene abierto el libro; no se cambió nada.</translation>
    </message>
    <message>
        <source>Another program holds a lock on the database.</source>
        <translation>Otro programa tiene bloqueada la base de datos.</translation>
    </message>
    <message>
        <source>Ask for access in Plaid&apos;s dashboard, then sync again.</source>
        <translation>Pida acceso en el panel de Plaid y sincronice de nuevo.</translation>
    </message>
    <message>
        <source>Ask the bank for OFX, QIF, CSV, CAMT or MT940.</source>
        <translation>Pida al banco OFX, QIF, CSV, CAMT o MT940.</translation>
    </message>
    <message>
        <source>Ask the bank for a shorter span of time.</source>
        <translation>Pida al banco un periodo más corto.</translation>
    </message>
    <message>
        <source>Ask whoever runs the relay for another invite.</source>
        <translation>Pida otra invitación a quien administra el relay.</translation>
    </message>
    <message>
        <source>Asking the bank itself may be charged by your Plaid plan, for each time. Sync now is not.</source>
        <translation>Su plan de Plaid puede cobrar cada consulta al propio banco. Sincronizar ahora no.</translation>
    </message>
    <message>
        <source>BUDGETSYNC_VAULT is {vault}.</source>
        <translation>BUDGETSYNC_VAULT es {vault}.</translation>
    </message>
    <message>
        <source>BUDGETSYNC_WEBHOOK_LISTEN is {text}.</source>
        <translation>BUDGETSYNC_WEBHOOK_LISTEN es {text}.</translation>
    </message>
    <message>
        <source>Begin anew: show this computer&apos;s text, and copy it there.</source>
        <translation>Empiece de nuevo: muestre el texto de este equipo y cópielo allí.</translation>
    </message>
    <message>
        <source>Both rows are in one account.</source>
        <translation>Los dos movimientos están en una cuenta.</translation>
    </message>
    <message>
        <source>BudgetSync made a mistake ({name}); nothing of this run was written.</source>
        <translation>BudgetSync cometió un error ({name}); no se escribió nada de esta sincronización.</translation>
    </message>
    <message>
        <source>BudgetSync made a mistake.</source>
        <translation>BudgetSync cometió un error.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Change of {strip}</source>
        <translation>Cambio de {strip}</translation>
    </message>
    <message>
        <source>Change the parts so that they add up exactly.</source>
        <translation>Cambie las partes para que sumen exactamente.</translation>
    </message>
    <message>
        <source>Check PLAID_CLIENT_ID and PLAID_SECRET, and that PLAID_ENV is the one they are for.</source>
        <translation>Compruebe PLAID_CLIENT_ID y PLAID_SECRET, y que PLAID_ENV sea el suyo.</translation>
    </message>
    <message>
        <source>Check PLAID_CLIENT_ID, PLAID_SECRET and PLAID_ENV, then sync again.</source>
        <translation>Compruebe PLAID_CLIENT_ID, PLAID_SECRET y PLAID_ENV y sincronice de nuevo.</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>Compruebe su nombre y carpeta.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock and network; something may stand between you and Plaid.</source>
        <translation>Compruebe el reloj y la red del equipo; puede haber algo entre usted y Plaid.</translation>
    </message>
    <message>
        <source>Check the id; banks of the sandbox are ins_109508, ins_109509 and ins_109510.</source>
        <translation>Compruebe el identificador; los bancos de la sandbox son ins_109508, ins_109509 e ins_109510.</translation>
    </message>
    <message>
        <source>Check the network; the next sync carries on where this one stopped.</source>
        <translation>Compruebe la red; la próxima sincronización sigue donde esta paró.</translation>
    </message>
    <message>
        <source>Check the place and your access to it, then try again.</source>
        <translation>Compruebe el lugar y su acceso a él e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Choose a data folder of the same environment.</source>
        <translation>Elija una carpeta de datos del mismo entorno.</translation>
    </message>
    <message>
        <source>Choose a file with lines such as PLAID_CLIENT_ID=...</source>
        <translation>Elija un archivo con líneas como PLAID_CLIENT_ID=...</translation>
    </message>
    <message>
        <source>Choose a new data folder with --data-dir.</source>
        <translation>Elija una carpeta de datos nueva con --data-dir.</translation>
    </message>
    <message>
        <source>Choose a time that is still to come, or leave it out.</source>
        <translation>Elija una hora que esté por venir, o no la indique.</translation>
    </message>
    <message>
        <source>Choose again; the file is then written anew.</source>
        <translation>Elija otra vez; el archivo se escribe entonces de nuevo.</translation>
    </message>
    <message>
        <source>Choose an account of that currency, or make a new one.</source>
        <translation>Elija una cuenta en esa moneda o cree una nueva.</translation>
    </message>
    <message>
        <source>Choose an open one (`budgetsync dead-letters`).</source>
        <translation>Elija uno abierto (`budgetsync dead-letters`).</translation>
    </message>
    <message>
        <source>Choose another data folder with --data-dir.</source>
        <translation>Elija otra carpeta de datos con --data-dir.</translation>
    </message>
    <message>
        <source>Choose another data folder with --data-dir; the file was not touched.</source>
        <translation>Elija otra carpeta de datos con --data-dir; el archivo no se tocó.</translation>
    </message>
    <message>
        <source>Choose another data folder.</source>
        <translation>Elija otra carpeta de datos.</translation>
    </message>
    <message>
        <source>Choose another file, or give yourself access to it.</source>
        <translation>Elija otro archivo, o dese acceso a él.</translation>
    </message>
    <message>
        <source>Choose another name, or move that file away.</source>
        <translation>Elija otro nombre, o mueva ese archivo.</translation>
    </message>
    <message>
        <source>Choose another: `budgetsync backups --check` looks into each.</source>
        <translation>Elija otra: `budgetsync backups --check` comprueba cada una.</translation>
    </message>
    <message>
        <source>Choose from 1m to 31d; 1h is usual.</source>
        <translation>Elija de 1m a 31d; lo usual es 1h.</translation>
    </message>
    <message>
        <source>Choose it anew: {anew}.</source>
        <translation>Elíjalo de nuevo: {anew}.</translation>
    </message>
    <message>
        <source>Choose one of {join}.</source>
        <translation>Elija uno de {join}.</translation>
    </message>
    <message>
        <source>Choose under Settings what is said aloud.</source>
        <translation>Elija en Ajustes de qué se avisa.</translation>
    </message>
    <message>
        <source>Close BudgetSync and start it again: that restores it.</source>
        <translation>Cierre BudgetSync e inícielo de nuevo: así se restaura.</translation>
    </message>
    <message>
        <source>Close every BudgetSync that has this folder open, then start one: it finishes the restore.</source>
        <translation>Cierre todos los BudgetSync que tengan abierta esta carpeta e inicie uno: termina la restauración.</translation>
    </message>
    <message>
        <source>Close the other program that has the file open, then try again.</source>
        <translation>Cierre el otro programa que tiene abierto el archivo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Close the program and run `budgetsync restore`; the damaged file is kept beside the new one.</source>
        <translation>Cierre el programa y ejecute `budgetsync restore`; el archivo dañado se conserva junto al nuevo.</translation>
    </message>
    <message>
        <source>Close the program and start it again; the old file is kept beside the new one.</source>
        <translation>Cierre el programa e inícielo de nuevo; el archivo antiguo se conserva junto al nuevo.</translation>
    </message>
    <message>
        <source>Command {command_id} deleted for good; it cannot be undone.</source>
        <translation>La orden {command_id} eliminó para siempre; no se puede deshacer.</translation>
    </message>
    <message>
        <source>Command {command_id} is undone already.</source>
        <translation>La orden {command_id} ya está deshecha.</translation>
    </message>
    <message>
        <source>Compare with the bank&apos;s own site, or ask the bank to refresh.</source>
        <translation>Compare con la web del banco o pida novedades al banco.</translation>
    </message>
    <message>
        <source>Connect a bank first, or ask for something else.</source>
        <translation>Conecte primero un banco, o pida otra cosa.</translation>
    </message>
    <message>
        <source>Connect it again with `budgetsync reconnect {id}`.</source>
        <translation>Conéctelo de nuevo con `budgetsync reconnect {id}`.</translation>
    </message>
    <message>
        <source>Connect the bank again if you want to go on; the history is carried over.</source>
        <translation>Conecte el banco de nuevo si quiere continuar; el historial se conserva.</translation>
    </message>
    <message>
        <source>Connect the bank again; its history is kept and carried over.</source>
        <translation>Conecte el banco de nuevo; su historial se conserva y se traspasa.</translation>
    </message>
    <message>
        <source>Copy all of it, and try again.</source>
        <translation>Cópielo entero e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Correct it and start again.</source>
        <translation>Corríjalo e inicie de nuevo.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Delete the row that it became part of.</source>
        <translation>Elimine el movimiento del que pasó a formar parte.</translation>
    </message>
    <message>
        <source>Delete {name} and connect the demo bank again.</source>
        <translation>Elimine {name} y conecte de nuevo el banco de demostración.</translation>
    </message>
    <message>
        <source>Deleting the history of {name}</source>
        <translation>Eliminación del historial de {name}</translation>
    </message>
    <message>
        <source>Deletion of {named}</source>
        <translation>Eliminación: {named}</translation>
    </message>
    <message>
        <source>Discard it once it is of no more use.</source>
        <translation>Guárdelo cuando ya no sirva.</translation>
    </message>
    <message>
        <source>Discard it: every connection was synced in its place.</source>
        <translation>Guárdelo: en su lugar se sincronizaron todas las conexiones.</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Download it from the bank again, or choose another format there.</source>
        <translation>Descárguelo de nuevo del banco o elija allí otro formato.</translation>
    </message>
    <message>
        <source>Edit one of {join}.</source>
        <translation>Cambie uno de {join}.</translation>
    </message>
    <message>
        <source>Edit the row that it became part of.</source>
        <translation>Edite el movimiento del que forma parte.</translation>
    </message>
    <message>
        <source>Entries of an investment account were left out: {len}.</source>
        <translation>Se omitieron apuntes de una cuenta de inversión: {len}.</translation>
    </message>
    <message>
        <source>Entry of {strip}</source>
        <translation>Apunte de {strip}</translation>
    </message>
    <message>
        <source>Finish the set-up on the bank&apos;s site, then reconnect.</source>
        <translation>Termine la configuración en la web del banco y reconecte después.</translation>
    </message>
    <message>
        <source>Follow the bank&apos;s request on its own site, then reconnect.</source>
        <translation>Atienda la petición del banco en su web y reconecte después.</translation>
    </message>
    <message>
        <source>Give a payee, such as Bakery.</source>
        <translation>Indique un beneficiario, por ejemplo Panadería.</translation>
    </message>
    <message>
        <source>Give a port, or host and port, such as 127.0.0.1:8700.</source>
        <translation>Indique un puerto, o equipo y puerto, como 127.0.0.1:8700.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 (as ever) to {most_stretch}.</source>
        <translation>Indique un número entero de 1 (como siempre) a {most_stretch}.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {most_parallel}.</source>
        <translation>Indique un número entero de 1 a {most_parallel}.</translation>
    </message>
    <message>
        <source>Give a whole number of milliseconds from {least_ms} to {most_ms} (3600000 = hourly).</source>
        <translation>Indique un número entero de milisegundos de {least_ms} a {most_ms} (3600000 = cada hora).</translation>
    </message>
    <message>
        <source>Give an address that begins with https://.</source>
        <translation>Indique una dirección que empiece por https://.</translation>
    </message>
    <message>
        <source>Give an amount; with a minus it leaves the account.</source>
        <translation>Indique un importe; con un signo menos sale de la cuenta.</translation>
    </message>
    <message>
        <source>Give another address in BUDGETSYNC_WEBHOOK_LISTEN, or close the program that uses this one.</source>
        <translation>Indique otra dirección en BUDGETSYNC_WEBHOOK_LISTEN, o cierre el programa que usa esta.</translation>
    </message>
    <message>
        <source>Give it one, such as Wallet.</source>
        <translation>Dele uno, por ejemplo Cartera.</translation>
    </message>
    <message>
        <source>Give its code of three letters, such as EUR.</source>
        <translation>Indique su código de tres letras, por ejemplo EUR.</translation>
    </message>
    <message>
        <source>Give one such as http://127.0.0.1:8400.</source>
        <translation>Indique una como http://127.0.0.1:8400.</translation>
    </message>
    <message>
        <source>Give one such as https://relay.example.org.</source>
        <translation>Indique una como https://relay.example.org.</translation>
    </message>
    <message>
        <source>Give the amount in the account&apos;s currency.</source>
        <translation>Indique el importe en la moneda de la cuenta.</translation>
    </message>
    <message>
        <source>Give yourself access to the data folder, then try again.</source>
        <translation>Dese acceso a la carpeta de datos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Give yourself access to {name}, then try again.</source>
        <translation>Dese acceso a {name} e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Give yourself the files of the data folder, or move the folder to a disk that knows owners.</source>
        <translation>Hágase propietario de los archivos de la carpeta de datos, o mueva la carpeta a un disco que conozca propietarios.</translation>
    </message>
    <message>
        <source>Give yourself write access to the data folder and its files, then try again.</source>
        <translation>Dese acceso de escritura a la carpeta de datos y sus archivos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Have it ask for {relay}, and copy its text anew.</source>
        <translation>Haga que pida {relay} y copie su texto de nuevo.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>Import of {name}</source>
        <translation>Importación de {name}</translation>
    </message>
    <message>
        <source>It cannot be opened: {value}.</source>
        <translation>No se puede abrir: {value}.</translation>
    </message>
    <message>
        <source>It declares entities or a document type, which a statement never does.</source>
        <translation>Declara entidades o un tipo de documento, cosa que un extracto nunca hace.</translation>
    </message>
    <message>
        <source>It does not say whether money came or went.</source>
        <translation>No dice si el dinero entró o salió.</translation>
    </message>
    <message>
        <source>It has ended; nothing new comes until it is renewed.</source>
        <translation>Ha terminado; no llega nada nuevo hasta que se renueve.</translation>
    </message>
    <message>
        <source>It has more statements than any bank sends.</source>
        <translation>Tiene más extractos de los que envía cualquier banco.</translation>
    </message>
    <message>
        <source>It has no amount.</source>
        <translation>No tiene importe.</translation>
    </message>
    <message>
        <source>It has no day.</source>
        <translation>No tiene día.</translation>
    </message>
    <message>
        <source>It is larger than {value} MB, more than a statement ever is.</source>
        <translation>Ocupa más de {value} MB, más de lo que ocupa nunca un extracto.</translation>
    </message>
    <message>
        <source>It is not a file that can be read.</source>
        <translation>No es un archivo que se pueda leer.</translation>
    </message>
    <message>
        <source>It is not said to which account this statement belongs.</source>
        <translation>No se dice a qué cuenta pertenece este extracto.</translation>
    </message>
    <message>
        <source>It only lists accounts: there are no entries in it.</source>
        <translation>Solo enumera cuentas: no hay apuntes en él.</translation>
    </message>
    <message>
        <source>It was taken back at the bank; nothing new comes of it. Its history stays here.</source>
        <translation>Se retiró en el banco; no llega nada nuevo. Su historial se queda aquí.</translation>
    </message>
    <message>
        <source>Its amount cannot be taken: {error}.</source>
        <translation>Su importe no se puede aceptar: {error}.</translation>
    </message>
    <message>
        <source>Its amount is in {told}, while the account is in {currency}.</source>
        <translation>Su importe está en {told}, mientras que la cuenta está en {currency}.</translation>
    </message>
    <message>
        <source>Its amount is no number.</source>
        <translation>Su importe no es un número.</translation>
    </message>
    <message>
        <source>Its booking day is not in the calendar.</source>
        <translation>Su día de contabilización no existe en el calendario.</translation>
    </message>
    <message>
        <source>Its currency is not one that is in use.</source>
        <translation>Su moneda no es una que esté en uso.</translation>
    </message>
    <message>
        <source>Its day is not in the calendar.</source>
        <translation>Su día no existe en el calendario.</translation>
    </message>
    <message>
        <source>Its entries have no end.</source>
        <translation>Sus apuntes no tienen fin.</translation>
    </message>
    <message>
        <source>Its key could not be asked for in more than a week, so nobody knows whether it was genuine.</source>
        <translation>Su clave no se pudo pedir en más de una semana, así que nadie sabe si era auténtico.</translation>
    </message>
    <message>
        <source>Keep its history here, or remove the connection; Plaid cannot fetch from it any more.</source>
        <translation>Conserve aquí su historial o quite la conexión; Plaid ya no puede obtener nada de ella.</translation>
    </message>
    <message>
        <source>Keeping {count} transactions that the bank took back</source>
        <translation>Conservación de {count} movimientos que el banco retiró</translation>
    </message>
    <message>
        <source>Leave --plaid-url out, or give an address of the loopback.</source>
        <translation>Quite --plaid-url, o indique una dirección de este equipo.</translation>
    </message>
    <message>
        <source>Letter {number} belongs to no connection, so that nothing can be tried.</source>
        <translation>El caso {number} no pertenece a ninguna conexión, así que no se puede intentar nada.</translation>
    </message>
    <message>
        <source>Letter {number} is {state} already.</source>
        <translation>El caso {number} ya está {state}.</translation>
    </message>
    <message>
        <source>Letter {number} is {state}, not discarded.</source>
        <translation>El caso {number} está {state}, no guardado.</translation>
    </message>
    <message>
        <source>Letter {number} is {state}.</source>
        <translation>El caso {number} está {state}.</translation>
    </message>
    <message>
        <source>Letting go of {rows}</source>
        <translation>Abandono de {rows}</translation>
    </message>
    <message>
        <source>Line {rows} of the table {name} is not as it was written.</source>
        <translation>La línea {rows} de la tabla {name} no está como se escribió.</translation>
    </message>
    <message>
        <source>Link of {name}</source>
        <translation>Vinculación de {name}</translation>
    </message>
    <message>
        <source>Link {other} {kept} instead.</source>
        <translation>Vincule en su lugar {other} {kept}.</translation>
    </message>
    <message>
        <source>Look at Settings, Real time: send a test event, or get another address.</source>
        <translation>Mire en Ajustes, Tiempo real: envíe un evento de prueba u obtenga otra dirección.</translation>
    </message>
    <message>
        <source>Look at it under Problems, and report it if it stays; nothing is lost.</source>
        <translation>Mírelo en Problemas e informe si persiste; no se pierde nada.</translation>
    </message>
    <message>
        <source>Look at letter {newer}.</source>
        <translation>Mire el caso {newer}.</translation>
    </message>
    <message>
        <source>Look at the account; a transaction may be missing or doubled.</source>
        <translation>Mire la cuenta; puede faltar un movimiento o estar duplicado.</translation>
    </message>
    <message>
        <source>Look at the address under Settings, Real time; it is told again with the next sync.</source>
        <translation>Mire la dirección en Ajustes, Tiempo real; se comunica otra vez con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Look at the list of notices anew; it may have solved itself.</source>
        <translation>Mire la lista de avisos de nuevo; quizá se resolvió solo.</translation>
    </message>
    <message>
        <source>Look at the preview again, and import then.</source>
        <translation>Mire de nuevo la vista previa e importe después.</translation>
    </message>
    <message>
        <source>Look under Problems: try again, or put it away.</source>
        <translation>Mire en Problemas: reinténtelo o guárdelo.</translation>
    </message>
    <message>
        <source>Make it readable UTF-8, or move it away.</source>
        <translation>Hágalo UTF-8 legible, o muévalo.</translation>
    </message>
    <message>
        <source>Make room and give yourself write access to it, then try again.</source>
        <translation>Haga sitio y dese acceso de escritura a él e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Make room and give yourself write access, then try again.</source>
        <translation>Haga sitio y dese acceso de escritura e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Make room on the disk that holds the data folder, then sync again.</source>
        <translation>Haga sitio en el disco de la carpeta de datos y sincronice de nuevo.</translation>
    </message>
    <message>
        <source>Margin interest</source>
        <translation>Intereses de margen</translation>
    </message>
    <message>
        <source>Merge of {name_of}</source>
        <translation>Combinación de {name_of}</translation>
    </message>
    <message>
        <source>Money has to leave one account and reach the other.</source>
        <translation>El dinero tiene que salir de una cuenta y llegar a la otra.</translation>
    </message>
    <message>
        <source>Move it away and reconnect your banks; the ledger is not affected.</source>
        <translation>Muévalo y reconecte sus bancos; el libro no se ve afectado.</translation>
    </message>
    <message>
        <source>Name accounts that different sources told of.</source>
        <translation>Indique cuentas de las que informen fuentes distintas.</translation>
    </message>
    <message>
        <source>Name one half of a transfer.</source>
        <translation>Indique una mitad de un traspaso.</translation>
    </message>
    <message>
        <source>Name the account with --account, or choose it in the preview.</source>
        <translation>Indique la cuenta con --account o elíjala en la vista previa.</translation>
    </message>
    <message>
        <source>Name the row that it became part of.</source>
        <translation>Indique el movimiento del que forma parte.</translation>
    </message>
    <message>
        <source>Name two accounts.</source>
        <translation>Indique dos cuentas.</translation>
    </message>
    <message>
        <source>Name two parts or more, or change the category of the row.</source>
        <translation>Indique dos partes o más, o cambie la categoría del movimiento.</translation>
    </message>
    <message>
        <source>Name two rows of one transfer between own accounts.</source>
        <translation>Indique dos movimientos de un traspaso entre cuentas propias.</translation>
    </message>
    <message>
        <source>Name two rows of two accounts.</source>
        <translation>Indique dos movimientos de dos cuentas.</translation>
    </message>
    <message>
        <source>Name two rows.</source>
        <translation>Indique dos movimientos.</translation>
    </message>
    <message>
        <source>News arrived while fetching</source>
        <translation>Llegaron novedades durante la consulta</translation>
    </message>
    <message>
        <source>News came in while fetching.</source>
        <translation>Llegaron novedades durante la consulta.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>No connection to the relay.</source>
        <translation>Sin conexión con el relay.</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>Sin llavero</translation>
    </message>
    <message>
        <source>No relay is paired.</source>
        <translation>No hay ningún relay emparejado.</translation>
    </message>
    <message>
        <source>No removal is held of account {account_id}.</source>
        <translation>No hay retiradas retenidas de la cuenta {account_id}.</translation>
    </message>
    <message>
        <source>Nobody is named that it was with.</source>
        <translation>No se indica con quién fue.</translation>
    </message>
    <message>
        <source>None of {count} connections could be brought up to date. It goes on by itself.</source>
        <translation>No se pudo actualizar ninguna de {count} conexiones. Continúa por sí solo.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Nothing in it looks like a statement.</source>
        <translation>Nada en él parece un extracto.</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>No pasa nada malo.</translation>
    </message>
    <message>
        <source>Nothing was joined to transaction {number}.</source>
        <translation>No se unió nada al movimiento {number}.</translation>
    </message>
    <message>
        <source>Nothing went wrong; no sync has come through for longer than usual.</source>
        <translation>No falló nada; ninguna sincronización se completó en más tiempo de lo normal.</translation>
    </message>
    <message>
        <source>One connection tells of both accounts, so that they are two.</source>
        <translation>Una misma conexión informa de ambas cuentas, así que son dos.</translation>
    </message>
    <message>
        <source>One of the rows is half of another transfer.</source>
        <translation>Uno de los movimientos es la mitad de otro traspaso.</translation>
    </message>
    <message>
        <source>One part is no split.</source>
        <translation>Una sola parte no es una división.</translation>
    </message>
    <message>
        <source>One row is no transfer.</source>
        <translation>Un movimiento no es un traspaso.</translation>
    </message>
    <message>
        <source>One thing</source>
        <translation>Una cosa</translation>
    </message>
    <message>
        <source>Only accounts of one currency can be one account.</source>
        <translation>Solo cuentas de la misma moneda pueden ser una sola cuenta.</translation>
    </message>
    <message>
        <source>Only what you did yourself can be undone; see `undo --run` for syncs.</source>
        <translation>Solo se puede deshacer lo que hizo usted; para sincronizaciones vea `undo --run`.</translation>
    </message>
    <message>
        <source>Open your own ledger, then import the file there.</source>
        <translation>Abra su propio libro e importe allí el archivo.</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Saldo inicial</translation>
    </message>
    <message>
        <source>Order of sources of {name}</source>
        <translation>Orden de las fuentes de {name}</translation>
    </message>
    <message>
        <source>Nothing shows whether the day or the month comes first: the day was taken to.</source>
        <translation>Nada muestra si va primero el día o el mes: se tomó el día.</translation>
    </message>
    <message>
        <source>Access was revoked</source>
        <translation>El acceso fue revocado</translation>
    </message>
    <message>
        <source>An account is kept in points or miles, or in a currency that BudgetSync does not know.</source>
        <translation>Una cuenta se lleva en puntos o millas, o en una moneda que BudgetSync no conoce.</translation>
    </message>
    <message>
        <source>An account is not up to date</source>
        <translation>Una cuenta no está al día</translation>
    </message>
    <message>
        <source>Bring a new setup token: `budgetsync connect --simplefin`, with --item for a repair.</source>
        <translation>Traiga un nuevo token de configuración: `budgetsync connect --simplefin`, con --item para reparar.</translation>
    </message>
    <message>
        <source>Choose another one, or take the entry as new.</source>
        <translation>Elija otro, o tome el apunte como nuevo.</translation>
    </message>
    <message>
        <source>Connection {item_id} is none of SimpleFIN&apos;s, or it was removed.</source>
        <translation>La conexión {item_id} no es de SimpleFIN, o fue eliminada.</translation>
    </message>
    <message>
        <source>Disable the token at your SimpleFIN server, make a new one, and paste that.</source>
        <translation>Desactive el token en su servidor SimpleFIN, cree uno nuevo y péguelo.</translation>
    </message>
    <message>
        <source>Leave the account out at your SimpleFIN server, or report the currency.</source>
        <translation>Deje la cuenta fuera en su servidor SimpleFIN, o informe de la moneda.</translation>
    </message>
    <message>
        <source>Look at it at your SimpleFIN server.</source>
        <translation>Mírela en su servidor SimpleFIN.</translation>
    </message>
    <message>
        <source>Look at your SimpleFIN server, or report it.</source>
        <translation>Mire en su servidor SimpleFIN, o informe de ello.</translation>
    </message>
    <message>
        <source>Look at your subscription at your SimpleFIN server, then sync again.</source>
        <translation>Mire su suscripción en su servidor SimpleFIN y sincronice de nuevo.</translation>
    </message>
    <message>
        <source>Make a new setup token at your SimpleFIN server, and paste all of it.</source>
        <translation>Cree un nuevo token de configuración en su servidor SimpleFIN y péguelo entero.</translation>
    </message>
    <message>
        <source>Make a new setup token at your SimpleFIN server; repair this connection with it.</source>
        <translation>Cree un nuevo token de configuración en su servidor SimpleFIN; repare esta conexión con él.</translation>
    </message>
    <message>
        <source>Nothing shows whether the day or the month comes first: the month was taken to.</source>
        <translation>Nada muestra si va primero el día o el mes: se tomó el mes.</translation>
    </message>
    <message>
        <source>Others can look into the data folder</source>
        <translation>Otros pueden mirar en la carpeta de datos</translation>
    </message>
    <message>
        <source>Others can read files of the ledger</source>
        <translation>Otros pueden leer archivos del libro</translation>
    </message>
    <message>
        <source>PLAID_ENV is {env}.</source>
        <translation>PLAID_ENV es {env}.</translation>
    </message>
    <message>
        <source>PLAID_WEBHOOK_SECRET cannot be a part of an address.</source>
        <translation>PLAID_WEBHOOK_SECRET no puede formar parte de una dirección.</translation>
    </message>
    <message>
        <source>Pair them as a transfer, if they are one movement of money.</source>
        <translation>Únalos como traspaso, si son un solo movimiento de dinero.</translation>
    </message>
    <message>
        <source>Pair with one first (`budgetsync relay pair`).</source>
        <translation>Empareje primero uno (`budgetsync relay pair`).</translation>
    </message>
    <message>
        <source>Pair with the relay anew, under Settings, Real time.</source>
        <translation>Empareje el relay de nuevo en Ajustes, Tiempo real.</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Payment required</source>
        <translation>Hace falta un pago</translation>
    </message>
    <message>
        <source>Plaid</source>
        <translation>Plaid</translation>
    </message>
    <message>
        <source>Plaid answered with an error of its own (HTTP {status}).</source>
        <translation>Plaid respondió con un error propio (HTTP {status}).</translation>
    </message>
    <message>
        <source>Plaid could not read the request.</source>
        <translation>Plaid no pudo leer la petición.</translation>
    </message>
    <message>
        <source>Plaid did not accept a value of the request.</source>
        <translation>Plaid no aceptó un valor de la petición.</translation>
    </message>
    <message>
        <source>Plaid did not accept the client id or secret.</source>
        <translation>Plaid no aceptó el id. de cliente o el secreto.</translation>
    </message>
    <message>
        <source>Plaid did not accept the request.</source>
        <translation>Plaid no aceptó la petición.</translation>
    </message>
    <message>
        <source>Plaid does not know something in the request.</source>
        <translation>Plaid no conoce algo de la petición.</translation>
    </message>
    <message>
        <source>Plaid does not offer what was asked for.</source>
        <translation>Plaid no ofrece lo que se pidió.</translation>
    </message>
    <message>
        <source>Plaid does not support this kind of account.</source>
        <translation>Plaid no admite este tipo de cuenta.</translation>
    </message>
    <message>
        <source>Plaid had an internal error.</source>
        <translation>Plaid tuvo un error interno.</translation>
    </message>
    <message>
        <source>Plaid is still fetching this bank&apos;s transactions for the first time.</source>
        <translation>Plaid aún obtiene por primera vez los movimientos de este banco.</translation>
    </message>
    <message>
        <source>Plaid is under maintenance.</source>
        <translation>Plaid está en mantenimiento.</translation>
    </message>
    <message>
        <source>Plaid misses something in the request.</source>
        <translation>A Plaid le falta algo en la petición.</translation>
    </message>
    <message>
        <source>Plaid no longer knows this connection.</source>
        <translation>Plaid ya no conoce esta conexión.</translation>
    </message>
    <message>
        <source>Plaid no longer supports this bank.</source>
        <translation>Plaid ya no admite este banco.</translation>
    </message>
    <message>
        <source>Plaid or the bank asks to slow down.</source>
        <translation>Plaid o el banco piden ir más despacio.</translation>
    </message>
    <message>
        <source>Reading or writing the database failed; nothing of this step was written.</source>
        <translation>Falló la lectura o escritura de la base de datos; no se escribió nada de este paso.</translation>
    </message>
    <message>
        <source>Real time does not work</source>
        <translation>El tiempo real no funciona</translation>
    </message>
    <message>
        <source>Reconnect this bank (`budgetsync reconnect`); its history and your edits are kept.</source>
        <translation>Reconecte este banco (`budgetsync reconnect`); se conservan su historial y sus cambios.</translation>
    </message>
    <message>
        <source>Reconnect this bank and choose them, or leave it as it is.</source>
        <translation>Reconecte este banco y elíjalas, o déjelo como está.</translation>
    </message>
    <message>
        <source>Reconnect this bank to share it again, or leave it as it is.</source>
        <translation>Reconecte este banco para compartirla otra vez, o déjelo como está.</translation>
    </message>
    <message>
        <source>Reconnect this bank; it takes a minute, and nothing is lost.</source>
        <translation>Reconecte este banco; tarda un minuto y no se pierde nada.</translation>
    </message>
    <message>
        <source>Reconnect this bank; nothing that was fetched is lost.</source>
        <translation>Reconecte este banco; no se pierde nada de lo ya obtenido.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo it, or undo another one.</source>
        <translation>Rehágala, o deshaga otra.</translation>
    </message>
    <message>
        <source>Register with this bank in Plaid&apos;s dashboard, then sync again.</source>
        <translation>Regístrese con este banco en el panel de Plaid y sincronice de nuevo.</translation>
    </message>
    <message>
        <source>Rejecting {listed}</source>
        <translation>Rechazo: {listed}</translation>
    </message>
    <message>
        <source>Removal of {count} transactions</source>
        <translation>Retirada de {count} movimientos</translation>
    </message>
    <message>
        <source>Remove this connection, or keep it for its history; Plaid has no transactions of it.</source>
        <translation>Quite esta conexión, o consérvela por su historial; Plaid no tiene movimientos de ella.</translation>
    </message>
    <message>
        <source>Restore of {rows}</source>
        <translation>Restauración de {rows}</translation>
    </message>
    <message>
        <source>Restoring {named}</source>
        <translation>Restauración: {named}</translation>
    </message>
    <message>
        <source>Return of capital</source>
        <translation>Devolución de capital</translation>
    </message>
    <message>
        <source>Review them: let them go, or keep them.</source>
        <translation>Revíselas: déjelas ir o consérvelas.</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Rows came in while the preview was open, so that the import would do something else now.</source>
        <translation>Llegaron movimientos mientras la vista previa estaba abierta, de modo que la importación haría ahora otra cosa.</translation>
    </message>
    <message>
        <source>Run `budgetsync restore`: it lists the backups; the damaged file was left as it is and stays.</source>
        <translation>Ejecute `budgetsync restore`: enumera las copias; el archivo dañado quedó como estaba y se conserva.</translation>
    </message>
    <message>
        <source>Run {run_id} decided nothing that could be taken back.</source>
        <translation>La sincronización {run_id} no decidió nada que se pueda revertir.</translation>
    </message>
    <message>
        <source>Run {run_id} is undone already.</source>
        <translation>La sincronización {run_id} ya está deshecha.</translation>
    </message>
    <message>
        <source>SYNC_PARALLEL is {text}.</source>
        <translation>SYNC_PARALLEL es {text}.</translation>
    </message>
    <message>
        <source>SYNC_SCHEDULE_INTERVAL is {text}.</source>
        <translation>SYNC_SCHEDULE_INTERVAL es {text}.</translation>
    </message>
    <message>
        <source>Secrets were kept for one session only, and that session is over.</source>
        <translation>Los secretos se guardaron solo para una sesión, y esa sesión terminó.</translation>
    </message>
    <message>
        <source>See --help for what this command takes.</source>
        <translation>Vea --help para lo que admite esta orden.</translation>
    </message>
    <message>
        <source>See Settings, Real time; nothing is lost, since the sync by the clock goes on.</source>
        <translation>Vea Ajustes, Tiempo real; no se pierde nada, ya que la sincronización programada continúa.</translation>
    </message>
    <message>
        <source>See `budgetsync accounts --json` for the sources and their numbers.</source>
        <translation>`budgetsync accounts --json` muestra las fuentes y sus números.</translation>
    </message>
    <message>
        <source>See `budgetsync accounts` for the accounts and their numbers.</source>
        <translation>`budgetsync accounts` muestra las cuentas y sus números.</translation>
    </message>
    <message>
        <source>See `budgetsync backups` for those that there are.</source>
        <translation>Vea `budgetsync backups` para las que hay.</translation>
    </message>
    <message>
        <source>See `budgetsync dead-letters list --state discarded`.</source>
        <translation>Vea `budgetsync dead-letters list --state discarded`.</translation>
    </message>
    <message>
        <source>See `budgetsync dead-letters` for what there is.</source>
        <translation>Vea `budgetsync dead-letters` para lo que hay.</translation>
    </message>
    <message>
        <source>See `budgetsync deleted` for what you did.</source>
        <translation>`budgetsync deleted` muestra lo que usted eliminó.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for the accounts that have some.</source>
        <translation>Vea `budgetsync review` para las cuentas que las tienen.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for the open ones.</source>
        <translation>Vea `budgetsync review` para las abiertas.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for the rows that it did.</source>
        <translation>Vea `budgetsync review` para los que sí.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for those.</source>
        <translation>Vea `budgetsync review` para esos.</translation>
    </message>
    <message>
        <source>See `budgetsync review` for what it says differently.</source>
        <translation>Vea `budgetsync review` para lo que dice distinto.</translation>
    </message>
    <message>
        <source>See `budgetsync status` for the accounts and their numbers.</source>
        <translation>`budgetsync status` muestra las cuentas y sus números.</translation>
    </message>
    <message>
        <source>See `budgetsync status` for the connections and their numbers.</source>
        <translation>Vea `budgetsync status` para las conexiones y sus números.</translation>
    </message>
    <message>
        <source>See `budgetsync status` for what its connection needs.</source>
        <translation>Vea `budgetsync status` para lo que necesita su conexión.</translation>
    </message>
    <message>
        <source>See `budgetsync transactions` for the rows and their numbers.</source>
        <translation>Vea `budgetsync transactions` para los movimientos y sus números.</translation>
    </message>
    <message>
        <source>See its history for what it is made of.</source>
        <translation>Vea su historial para saber de qué se compone.</translation>
    </message>
    <message>
        <source>See the history of a transaction for its observations.</source>
        <translation>Vea el historial de un movimiento para sus observaciones.</translation>
    </message>
    <message>
        <source>See the history of a transaction for the commands that changed it.</source>
        <translation>Vea el historial de un movimiento para las órdenes que lo cambiaron.</translation>
    </message>
    <message>
        <source>See the history of a transaction for the runs that changed it.</source>
        <translation>Vea el historial de un movimiento para las sincronizaciones que lo cambiaron.</translation>
    </message>
    <message>
        <source>See the newest runs for those that there are.</source>
        <translation>Vea las sincronizaciones más recientes para las que hay.</translation>
    </message>
    <message>
        <source>Set BUDGETSYNC_PASSPHRASE to the passphrase that it was made with.</source>
        <translation>Ponga en BUDGETSYNC_PASSPHRASE la frase de contraseña con la que se creó.</translation>
    </message>
    <message>
        <source>Set BUDGETSYNC_PASSPHRASE, or use a keyring.</source>
        <translation>Defina BUDGETSYNC_PASSPHRASE, o use un llavero.</translation>
    </message>
    <message>
        <source>Set PLAID_CLIENT_ID and PLAID_SECRET, and start again.</source>
        <translation>Defina PLAID_CLIENT_ID y PLAID_SECRET e inicie de nuevo.</translation>
    </message>
    <message>
        <source>Set PLAID_ENV to the environment that these keys are for.</source>
        <translation>Ponga en PLAID_ENV el entorno de estas claves.</translation>
    </message>
    <message>
        <source>Set a new password on the bank&apos;s site, then reconnect.</source>
        <translation>Cree una contraseña nueva en la web del banco y reconecte después.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>Sign in at your SimpleFIN server, and repair the bank there; then sync again.</source>
        <translation>Inicie sesión en su servidor SimpleFIN y repare allí el banco; después sincronice de nuevo.</translation>
    </message>
    <message>
        <source>SimpleFIN at {host}</source>
        <translation>SimpleFIN en {host}</translation>
    </message>
    <message>
        <source>SimpleFIN has no test banks that open without a setup token.</source>
        <translation>SimpleFIN no tiene bancos de prueba que se abran sin un token de configuración.</translation>
    </message>
    <message>
        <source>SimpleFIN is not part of this program.</source>
        <translation>SimpleFIN no forma parte de este programa.</translation>
    </message>
    <message>
        <source>Something on the way to the relay does not let its stream through.</source>
        <translation>Algo en el camino al relay no deja pasar su flujo.</translation>
    </message>
    <message>
        <source>Something that is not Plaid answered (HTTP {status}).</source>
        <translation>Respondió algo que no es Plaid (HTTP {status}).</translation>
    </message>
    <message>
        <source>Something was kept aside</source>
        <translation>Se apartó algo</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>Split it, or change its date, payee, category or note instead.</source>
        <translation>Divídalo, o cambie en su lugar la fecha, el beneficiario, la categoría o la nota.</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>División</translation>
    </message>
    <message>
        <source>Start a keyring service, or set BUDGETSYNC_PASSPHRASE to use a sealed file.</source>
        <translation>Inicie un servicio de llavero, o defina BUDGETSYNC_PASSPHRASE para usar un archivo sellado.</translation>
    </message>
    <message>
        <source>Statement files</source>
        <translation>Archivos de extractos</translation>
    </message>
    <message>
        <source>Statement files cannot be read here.</source>
        <translation>Aquí no se pueden leer archivos de extractos.</translation>
    </message>
    <message>
        <source>Sync it, or sign in anew with `budgetsync reconnect {id}`.</source>
        <translation>Sincronícelo, o inicie sesión de nuevo con `budgetsync reconnect {id}`.</translation>
    </message>
    <message>
        <source>Sync now, or leave it to the clock.</source>
        <translation>Sincronice ahora, o déjelo al reloj.</translation>
    </message>
    <message>
        <source>Sync run {number}</source>
        <translation>Sincronización {number}</translation>
    </message>
    <message>
        <source>Sync, and look for it again.</source>
        <translation>Sincronice y búsquelo de nuevo.</translation>
    </message>
    <message>
        <source>Syncs succeed, but the bank itself has sent no news for more than a day.</source>
        <translation>Las sincronizaciones funcionan, pero el propio banco no envía novedades desde hace más de un día.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Take something away there first.</source>
        <translation>Quite allí algo primero.</translation>
    </message>
    <message>
        <source>Take their access away (chmod 700), or choose a folder of its own with --data-dir.</source>
        <translation>Quíteles el acceso (chmod 700), o elija una carpeta propia con --data-dir.</translation>
    </message>
    <message>
        <source>Taking the transfer of {name_of} apart</source>
        <translation>Separación del traspaso de {name_of}</translation>
    </message>
    <message>
        <source>Taking {name_of} apart</source>
        <translation>Separación de {name_of}</translation>
    </message>
    <message>
        <source>Temporarily unavailable</source>
        <translation>Temporalmente no disponible</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>Eso no se puede hacer</translation>
    </message>
    <message>
        <source>That day has come; nothing new comes until it is renewed.</source>
        <translation>Ese día ha llegado; no llega nada nuevo hasta que se renueve.</translation>
    </message>
    <message>
        <source>That is no relay&apos;s address</source>
        <translation>Esa no es la dirección de un relay</translation>
    </message>
    <message>
        <source>The SimpleFIN server cannot be reached.</source>
        <translation>No se puede acceder al servidor SimpleFIN.</translation>
    </message>
    <message>
        <source>The SimpleFIN server did not answer in time, or its answer broke off.</source>
        <translation>El servidor SimpleFIN no respondió a tiempo, o su respuesta se cortó.</translation>
    </message>
    <message>
        <source>The SimpleFIN server is not available (HTTP {status}).</source>
        <translation>El servidor SimpleFIN no está disponible (HTTP {status}).</translation>
    </message>
    <message>
        <source>The SimpleFIN server wants to be paid before it gives anything.</source>
        <translation>El servidor SimpleFIN quiere cobrar antes de dar algo.</translation>
    </message>
    <message>
        <source>The SimpleFIN server was asked too often.</source>
        <translation>Se preguntó demasiadas veces al servidor SimpleFIN.</translation>
    </message>
    <message>
        <source>The account has no name.</source>
        <translation>La cuenta no tiene nombre.</translation>
    </message>
    <message>
        <source>The account is in {value}, not in {currency}.</source>
        <translation>La cuenta está en {value}, no en {currency}.</translation>
    </message>
    <message>
        <source>The address of Plaid is not a URL.</source>
        <translation>La dirección de Plaid no es una URL.</translation>
    </message>
    <message>
        <source>The address of the relay</source>
        <translation>La dirección del relay</translation>
    </message>
    <message>
        <source>The amount cannot be taken: {error}.</source>
        <translation>El importe no se puede aceptar: {error}.</translation>
    </message>
    <message>
        <source>The amount is missing.</source>
        <translation>Falta el importe.</translation>
    </message>
    <message>
        <source>The amount is no number.</source>
        <translation>El importe no es un número.</translation>
    </message>
    <message>
        <source>The amount is nothing.</source>
        <translation>El importe es cero.</translation>
    </message>
    <message>
        <source>The amount is too long.</source>
        <translation>El importe es demasiado largo.</translation>
    </message>
    <message>
        <source>The amount may be thousands or decimals: it has one comma and three digits behind it.</source>
        <translation>El importe puede referirse a miles o a decimales: tiene una coma y tres cifras detrás.</translation>
    </message>
    <message>
        <source>The amount of a row cannot be used: {error}.</source>
        <translation>El importe de un movimiento no se puede usar: {error}.</translation>
    </message>
    <message>
        <source>The answer broke off in the middle.</source>
        <translation>La respuesta se cortó a la mitad.</translation>
    </message>
    <message>
        <source>The answer came too slowly and was given up.</source>
        <translation>La respuesta llegaba demasiado despacio y se abandonó.</translation>
    </message>
    <message>
        <source>The answer was cut off or is no answer of Plaid&apos;s.</source>
        <translation>La respuesta estaba cortada o no es de Plaid.</translation>
    </message>
    <message>
        <source>The answer was cut off or is no answer of a SimpleFIN server.</source>
        <translation>La respuesta estaba cortada o no es de un servidor SimpleFIN.</translation>
    </message>
    <message>
        <source>The answer was larger than any of Plaid&apos;s.</source>
        <translation>La respuesta era mayor que cualquiera de Plaid.</translation>
    </message>
    <message>
        <source>The answer was too large, or came too slowly, and was given up.</source>
        <translation>La respuesta era demasiado grande o llegaba demasiado despacio, y se abandonó.</translation>
    </message>
    <message>
        <source>The archive has a table or columns that its schema has not ({name}).</source>
        <translation>El archivo portátil tiene una tabla o columnas que su esquema no tiene ({name}).</translation>
    </message>
    <message>
        <source>The archive has schema {schema}; this program knows schemas up to {schema2}.</source>
        <translation>El archivo portátil tiene el esquema {schema}; este programa conoce hasta el {schema2}.</translation>
    </message>
    <message>
        <source>The archive holds {environment} data, this ledger {environment2} data.</source>
        <translation>El archivo portátil contiene datos de {environment}; este libro, de {environment2}.</translation>
    </message>
    <message>
        <source>The archive is encrypted, which ours never are.</source>
        <translation>El archivo portátil está cifrado, y los nuestros nunca lo están.</translation>
    </message>
    <message>
        <source>The archive was not read</source>
        <translation>No se leyó el archivo portátil</translation>
    </message>
    <message>
        <source>The archive would change which ledger this is.</source>
        <translation>El archivo portátil cambiaría qué libro es este.</translation>
    </message>
    <message>
        <source>The archive&apos;s manifest names a schema that never was.</source>
        <translation>El manifiesto del archivo portátil nombra un esquema que nunca existió.</translation>
    </message>
    <message>
        <source>The backup {name} {reason}; the ledger was left as it is.</source>
        <translation>La copia {name} {reason}; el libro quedó como está.</translation>
    </message>
    <message>
        <source>The balance cannot be read. {error}</source>
        <translation>El saldo no se puede leer. {error}</translation>
    </message>
    <message>
        <source>The bank did not accept the security code.</source>
        <translation>El banco no aceptó el código de seguridad.</translation>
    </message>
    <message>
        <source>The bank did not accept the user name or password.</source>
        <translation>El banco no aceptó el usuario o la contraseña.</translation>
    </message>
    <message>
        <source>The bank did not take transaction {number} back.</source>
        <translation>El banco no retiró el movimiento {number}.</translation>
    </message>
    <message>
        <source>The bank does not answer Plaid at the moment.</source>
        <translation>El banco no responde a Plaid en este momento.</translation>
    </message>
    <message>
        <source>The bank has locked this login after too many tries.</source>
        <translation>El banco bloqueó este acceso tras demasiados intentos.</translation>
    </message>
    <message>
        <source>The bank is not available to Plaid at the moment.</source>
        <translation>El banco no está disponible para Plaid en este momento.</translation>
    </message>
    <message>
        <source>The bank names a currency that BudgetSync does not know ({shown}).</source>
        <translation>El banco indica una moneda que BudgetSync no conoce ({shown}).</translation>
    </message>
    <message>
        <source>The bank says nothing else than you about transaction {number}.</source>
        <translation>El banco no dice nada distinto de usted sobre el movimiento {number}.</translation>
    </message>
    <message>
        <source>The bank says that you have others, which are not synced.</source>
        <translation>El banco dice que usted tiene otras, que no se sincronizan.</translation>
    </message>
    <message>
        <source>The bank sent an error for a part of it: code {errors}.</source>
        <translation>El banco envió un error para una parte: código {errors}.</translation>
    </message>
    <message>
        <source>The bank sent an error instead of a statement: code {errors}.</source>
        <translation>El banco envió un error en lugar de un extracto: código {errors}.</translation>
    </message>
    <message>
        <source>The bank shows no account for this login.</source>
        <translation>El banco no muestra ninguna cuenta para este acceso.</translation>
    </message>
    <message>
        <source>The bank took back {many} at once; nothing was removed yet.</source>
        <translation>El banco retiró {many} de una vez; aún no se quitó nada.</translation>
    </message>
    <message>
        <source>The bank took one of the rows back.</source>
        <translation>El banco retiró uno de los movimientos.</translation>
    </message>
    <message>
        <source>The bank wants something from you before it goes on.</source>
        <translation>El banco quiere algo de usted antes de continuar.</translation>
    </message>
    <message>
        <source>The bank wants to verify you on its own site first.</source>
        <translation>El banco quiere verificarle primero en su propia web.</translation>
    </message>
    <message>
        <source>The bank wants you to finish setting up your account on its own site first.</source>
        <translation>El banco quiere que termine primero de configurar su cuenta en su propia web.</translation>
    </message>
    <message>
        <source>The bank wants you to set a new password on its own site first.</source>
        <translation>El banco quiere que cree primero una contraseña nueva en su propia web.</translation>
    </message>
    <message>
        <source>The bank wants you to sign in again.</source>
        <translation>El banco quiere que inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>The bank wants your consent once more.</source>
        <translation>El banco quiere otra vez su consentimiento.</translation>
    </message>
    <message>
        <source>The bank&apos;s</source>
        <translation>Lo del banco</translation>
    </message>
    <message>
        <source>The bank&apos;s own service is down.</source>
        <translation>El servicio del propio banco está caído.</translation>
    </message>
    <message>
        <source>The bank&apos;s service cannot be reached.</source>
        <translation>No se llega al servicio del banco.</translation>
    </message>
    <message>
        <source>The bank&apos;s service did not answer in time.</source>
        <translation>El servicio del banco no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The bank&apos;s service is not available</source>
        <translation>El servicio del banco no está disponible</translation>
    </message>
    <message>
        <source>The calls that the provider allows are used up for now.</source>
        <translation>Las consultas que permite el proveedor se agotaron por ahora.</translation>
    </message>
    <message>
        <source>The client id or secret of Plaid is not set, or cannot be one.</source>
        <translation>El id. de cliente o el secreto de Plaid no está definido o no puede serlo.</translation>
    </message>
    <message>
        <source>The connection to the relay was lost.</source>
        <translation>Se perdió la conexión con el relay.</translation>
    </message>
    <message>
        <source>The copy of the database is not sound, so the database may not be; the copy was dropped.</source>
        <translation>La copia de la base de datos no está sana, y quizá la base tampoco; la copia se descartó.</translation>
    </message>
    <message>
        <source>The credits of your Plaid account are used up.</source>
        <translation>El saldo de su cuenta de Plaid se agotó.</translation>
    </message>
    <message>
        <source>The data folder cannot be made or written.</source>
        <translation>La carpeta de datos no se puede crear o escribir.</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>La base de datos no se puede usar</translation>
    </message>
    <message>
        <source>The database did not accept a step{told_name}; nothing of it was written.</source>
        <translation>La base de datos no aceptó un paso{told_name}; no se escribió nada de él.</translation>
    </message>
    <message>
        <source>The database file cannot be opened in its folder.</source>
        <translation>El archivo de la base de datos no se puede abrir en su carpeta.</translation>
    </message>
    <message>
        <source>The database file is damaged.</source>
        <translation>El archivo de la base de datos está dañado.</translation>
    </message>
    <message>
        <source>The database file or its folder cannot be written.</source>
        <translation>El archivo de la base de datos o su carpeta no se puede escribir.</translation>
    </message>
    <message>
        <source>The database has schema {at}; this program knows schemas up to {newest}.</source>
        <translation>La base de datos tiene el esquema {at}; este programa conoce hasta el {newest}.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>La base de datos está dañada</translation>
    </message>
    <message>
        <source>The database is in use</source>
        <translation>La base de datos está en uso</translation>
    </message>
    <message>
        <source>The database is newer than this program</source>
        <translation>La base de datos es más nueva que este programa</translation>
    </message>
    <message>
        <source>The database is read-only</source>
        <translation>La base de datos es de solo lectura</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>Falta la fecha.</translation>
    </message>
    <message>
        <source>The date is no day of the calendar.</source>
        <translation>La fecha no es un día del calendario.</translation>
    </message>
    <message>
        <source>The date is not written as a date.</source>
        <translation>La fecha no está escrita como una fecha.</translation>
    </message>
    <message>
        <source>The demo bank did not start; what it said stands above.</source>
        <translation>El banco de demostración no arrancó; lo que dijo está arriba.</translation>
    </message>
    <message>
        <source>The demo bank refused: {json}.</source>
        <translation>El banco de demostración lo rechazó: {json}.</translation>
    </message>
    <message>
        <source>The demo bank wants its control token: --control-token or {token_variable}.</source>
        <translation>El banco de demostración pide su token de control: --control-token o {token_variable}.</translation>
    </message>
    <message>
        <source>The demo bank&apos;s control interface does not answer.</source>
        <translation>La interfaz de control del banco de demostración no responde.</translation>
    </message>
    <message>
        <source>The demo does not work</source>
        <translation>La demostración no funciona</translation>
    </message>
    <message>
        <source>The demo&apos;s relay did not start; what it said stands above.</source>
        <translation>El relay de la demostración no arrancó; lo que dijo está arriba.</translation>
    </message>
    <message>
        <source>The disk is full or failing</source>
        <translation>El disco está lleno o falla</translation>
    </message>
    <message>
        <source>The entry has no end.</source>
        <translation>El apunte no tiene fin.</translation>
    </message>
    <message>
        <source>The file .env in this folder cannot be read.</source>
        <translation>El archivo .env de esta carpeta no se puede leer.</translation>
    </message>
    <message>
        <source>The file ends in the middle: entries may be missing.</source>
        <translation>El archivo termina a la mitad: pueden faltar apuntes.</translation>
    </message>
    <message>
        <source>The file has no manifest that can be read, so it is no archive of a ledger.</source>
        <translation>El archivo no tiene un manifiesto legible, así que no es el archivo portátil de un libro.</translation>
    </message>
    <message>
        <source>The file has no {missing}, and none is kept; nothing was taken over.</source>
        <translation>El archivo no tiene {missing}, y no hay ninguno guardado; no se incorporó nada.</translation>
    </message>
    <message>
        <source>The file is a database of another program.</source>
        <translation>El archivo es una base de datos de otro programa.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file is not a database, or its beginning is damaged.</source>
        <translation>El archivo no es una base de datos, o su comienzo está dañado.</translation>
    </message>
    <message>
        <source>The file names no setting that BudgetSync knows.</source>
        <translation>El archivo no nombra ningún ajuste que BudgetSync conozca.</translation>
    </message>
    <message>
        <source>The file with the secrets is not one of BudgetSync&apos;s, or is damaged.</source>
        <translation>El archivo de los secretos no es de BudgetSync, o está dañado.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation>El archivo {name} no se puede leer.</translation>
    </message>
    <message>
        <source>The file {name} is no archive, or it is damaged; nothing was read from it.</source>
        <translation>El archivo {name} no es un archivo portátil, o está dañado; no se leyó nada de él.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read, so what you chose before is not known. Your ledgers are untouched.</source>
        <translation>El archivo {path} no se puede leer, así que no se sabe qué eligió antes. Sus libros están intactos.</translation>
    </message>
    <message>
        <source>The files in the archive are not those that its manifest names.</source>
        <translation>Los archivos del archivo portátil no son los que nombra su manifiesto.</translation>
    </message>
    <message>
        <source>The key cannot be used</source>
        <translation>La clave no se puede usar</translation>
    </message>
    <message>
        <source>The key of the demo bank&apos;s sealed file cannot be read.</source>
        <translation>La clave del archivo sellado del banco de demostración no se puede leer.</translation>
    </message>
    <message>
        <source>The key of the demo bank&apos;s sealed file is damaged.</source>
        <translation>La clave del archivo sellado del banco de demostración está dañada.</translation>
    </message>
    <message>
        <source>The key of this connection does not lead to a SimpleFIN server over a sealed connection.</source>
        <translation>La clave de esta conexión no lleva a un servidor SimpleFIN por una conexión cifrada.</translation>
    </message>
    <message>
        <source>The key of this connection is missing</source>
        <translation>Falta la clave de esta conexión</translation>
    </message>
    <message>
        <source>The key of this connection is no longer valid.</source>
        <translation>La clave de esta conexión ya no es válida.</translation>
    </message>
    <message>
        <source>The key that a webhook was signed with could not be asked for.</source>
        <translation>No se pudo pedir la clave con la que se firmó un webhook.</translation>
    </message>
    <message>
        <source>The keyring cannot be used</source>
        <translation>El llavero no se puede usar</translation>
    </message>
    <message>
        <source>The keyring did not accept a step.</source>
        <translation>El llavero no aceptó un paso.</translation>
    </message>
    <message>
        <source>The keyring did not give back what was written to it.</source>
        <translation>El llavero no devolvió lo que se escribió en él.</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>El llavero está bloqueado</translation>
    </message>
    <message>
        <source>The keyring is locked, or waits for a password.</source>
        <translation>El llavero está bloqueado, o espera una contraseña.</translation>
    </message>
    <message>
        <source>The keyring of this computer has no key for this connection.</source>
        <translation>El llavero de este equipo no tiene la clave de esta conexión.</translation>
    </message>
    <message>
        <source>The keys of this program cannot be changed while it runs.</source>
        <translation>Las claves de este programa no se pueden cambiar mientras está en marcha.</translation>
    </message>
    <message>
        <source>The keys were not taken over</source>
        <translation>Las claves no se incorporaron</translation>
    </message>
    <message>
        <source>The ledger has changed meanwhile</source>
        <translation>El libro ha cambiado entretanto</translation>
    </message>
    <message>
        <source>The ledger was replaced</source>
        <translation>El libro se reemplazó</translation>
    </message>
    <message>
        <source>The ledger&apos;s file could not be checked</source>
        <translation>No se pudo comprobar el archivo del libro</translation>
    </message>
    <message>
        <source>The ledger&apos;s file is damaged</source>
        <translation>El archivo del libro está dañado</translation>
    </message>
    <message>
        <source>The ledger&apos;s setting {prefix}{name} is {stored}.</source>
        <translation>El ajuste {prefix}{name} del libro es {stored}.</translation>
    </message>
    <message>
        <source>The other computer asks for another relay than this one&apos;s.</source>
        <translation>El otro equipo pide un relay distinto del de este.</translation>
    </message>
    <message>
        <source>The other computer let somebody else in, or has shut this one out again.</source>
        <translation>El otro equipo admitió a otro, o ha vuelto a excluir a este.</translation>
    </message>
    <message>
        <source>The parts add up to {decimal} {currency}, the row is {decimal2} {currency}: {decimal3} is left over.</source>
        <translation>Las partes suman {decimal} {currency}, el movimiento es {decimal2} {currency}: sobran {decimal3}.</translation>
    </message>
    <message>
        <source>The place for secrets has not answered for {patience} seconds.</source>
        <translation>El lugar de los secretos no responde desde hace {patience} segundos.</translation>
    </message>
    <message>
        <source>The provider did not take the address</source>
        <translation>El proveedor no aceptó la dirección</translation>
    </message>
    <message>
        <source>The provider says that it sent some, and they did not come here. Syncs by the clock bring everything, later.</source>
        <translation>El proveedor dice que envió algunas, y no llegaron aquí. Las sincronizaciones programadas traen todo, más tarde.</translation>
    </message>
    <message>
        <source>The provider sent a row of an account that it did not describe.</source>
        <translation>El proveedor envió un movimiento de una cuenta que no describió.</translation>
    </message>
    <message>
        <source>The provider sent a {what} that cannot be read.</source>
        <translation>El proveedor envió algo ilegible: {what}.</translation>
    </message>
    <message>
        <source>The provider&apos;s pages go in a circle; they were dropped.</source>
        <translation>Las páginas del proveedor dan vueltas; se descartaron.</translation>
    </message>
    <message>
        <source>The receiver of webhooks did not start.</source>
        <translation>El receptor de webhooks no arrancó.</translation>
    </message>
    <message>
        <source>The receiver of webhooks ended by itself.</source>
        <translation>El receptor de webhooks terminó solo.</translation>
    </message>
    <message>
        <source>The relay cannot be reached</source>
        <translation>No se llega al relay</translation>
    </message>
    <message>
        <source>The relay did not answer in time.</source>
        <translation>El relay no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The relay did not do what it was asked.</source>
        <translation>El relay no hizo lo que se le pidió.</translation>
    </message>
    <message>
        <source>The relay did not say which events it has.</source>
        <translation>El relay no dijo qué eventos tiene.</translation>
    </message>
    <message>
        <source>The relay did not take the test event: it answered {status}.</source>
        <translation>El relay no aceptó el evento de prueba: respondió {status}.</translation>
    </message>
    <message>
        <source>The relay does not accept this computer&apos;s signature.</source>
        <translation>El relay no acepta la firma de este equipo.</translation>
    </message>
    <message>
        <source>The relay does not know this computer or its mailbox any more.</source>
        <translation>El relay ya no conoce este equipo o su buzón.</translation>
    </message>
    <message>
        <source>The relay does not let this computer in.</source>
        <translation>El relay no admite a este equipo.</translation>
    </message>
    <message>
        <source>The relay ended its stream before it began.</source>
        <translation>El relay terminó su flujo antes de empezar.</translation>
    </message>
    <message>
        <source>The relay ended its stream.</source>
        <translation>El relay terminó su flujo.</translation>
    </message>
    <message>
        <source>The relay fell silent.</source>
        <translation>El relay dejó de responder.</translation>
    </message>
    <message>
        <source>The relay gave a name that cannot be used.</source>
        <translation>El relay dio un nombre que no se puede usar.</translation>
    </message>
    <message>
        <source>The relay gave an address that cannot be used.</source>
        <translation>El relay dio una dirección que no se puede usar.</translation>
    </message>
    <message>
        <source>The relay gives mailboxes to those it invited only: the invite is unknown, was used or has run out.</source>
        <translation>El relay da buzones solo a quienes invitó: la invitación es desconocida, se usó o caducó.</translation>
    </message>
    <message>
        <source>The relay has no room for more.</source>
        <translation>El relay no tiene sitio para más.</translation>
    </message>
    <message>
        <source>The relay is too busy.</source>
        <translation>El relay está demasiado ocupado.</translation>
    </message>
    <message>
        <source>The relay refuses this computer</source>
        <translation>El relay rechaza este equipo</translation>
    </message>
    <message>
        <source>The relay sends far more than webhooks.</source>
        <translation>El relay envía mucho más que webhooks.</translation>
    </message>
    <message>
        <source>The relay sent an event that is too large to be one.</source>
        <translation>El relay envió un evento demasiado grande para serlo.</translation>
    </message>
    <message>
        <source>The relay sent an event without a number.</source>
        <translation>El relay envió un evento sin número.</translation>
    </message>
    <message>
        <source>The relay took the test event and did not give it back in time.</source>
        <translation>El relay aceptó el evento de prueba y no lo devolvió a tiempo.</translation>
    </message>
    <message>
        <source>The relay wants a new session.</source>
        <translation>El relay quiere una sesión nueva.</translation>
    </message>
    <message>
        <source>The relay&apos;s answer cannot be read.</source>
        <translation>La respuesta del relay no se puede leer.</translation>
    </message>
    <message>
        <source>The relay&apos;s answer is too large.</source>
        <translation>La respuesta del relay es demasiado grande.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate is not one that this computer trusts.</source>
        <translation>Este equipo no confía en el certificado del relay.</translation>
    </message>
    <message>
        <source>The relay&apos;s database changed during the test.</source>
        <translation>La base de datos del relay cambió durante la prueba.</translation>
    </message>
    <message>
        <source>The relay&apos;s database is another one than before.</source>
        <translation>La base de datos del relay es otra que antes.</translation>
    </message>
    <message>
        <source>The relay&apos;s session cannot be used.</source>
        <translation>La sesión del relay no se puede usar.</translation>
    </message>
    <message>
        <source>The relay&apos;s stream did not begin.</source>
        <translation>El flujo del relay no empezó.</translation>
    </message>
    <message>
        <source>The rows are kept aside, not lost; update BudgetSync, or report the currency.</source>
        <translation>Los movimientos están apartados, no perdidos; actualice BudgetSync, o informe de la moneda.</translation>
    </message>
    <message>
        <source>The same trouble has come again as letter {newer}.</source>
        <translation>El mismo problema ha vuelto como caso {newer}.</translation>
    </message>
    <message>
        <source>The sealed file is locked</source>
        <translation>El archivo sellado está bloqueado</translation>
    </message>
    <message>
        <source>The sealed file on this computer has no key for this connection.</source>
        <translation>El archivo sellado de este equipo no tiene la clave de esta conexión.</translation>
    </message>
    <message>
        <source>The sealed file with the secrets cannot be read.</source>
        <translation>El archivo sellado de los secretos no se puede leer.</translation>
    </message>
    <message>
        <source>The sealed file with the secrets cannot be written.</source>
        <translation>El archivo sellado de los secretos no se puede escribir.</translation>
    </message>
    <message>
        <source>The sealed file with the secrets does not open with this passphrase.</source>
        <translation>El archivo sellado de los secretos no se abre con esta frase de contraseña.</translation>
    </message>
    <message>
        <source>The secure connection to Plaid could not be made.</source>
        <translation>No se pudo establecer la conexión segura con Plaid.</translation>
    </message>
    <message>
        <source>The server did not take the setup token (HTTP {status}).</source>
        <translation>El servidor no aceptó el token de configuración (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server does not accept the key of this connection any more.</source>
        <translation>El servidor ya no acepta la clave de esta conexión.</translation>
    </message>
    <message>
        <source>The server does not know this setup token, or somebody has claimed it before. If that was not you, they may read your accounts.</source>
        <translation>El servidor no conoce este token de configuración, o alguien lo canjeó antes. Si no fue usted, esa persona puede leer sus cuentas.</translation>
    </message>
    <message>
        <source>The server refused the request (HTTP {status}).</source>
        <translation>El servidor rechazó la petición (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server says that something is wrong, without words.</source>
        <translation>El servidor dice, sin palabras, que algo va mal.</translation>
    </message>
    <message>
        <source>The server sent a row that cannot be read.</source>
        <translation>El servidor envió una fila que no se puede leer.</translation>
    </message>
    <message>
        <source>The server sent an account that cannot be read.</source>
        <translation>El servidor envió una cuenta que no se puede leer.</translation>
    </message>
    <message>
        <source>The set-up needs attention</source>
        <translation>La configuración requiere atención</translation>
    </message>
    <message>
        <source>The sign-in at the bank was not finished.</source>
        <translation>No se terminó de iniciar sesión en el banco.</translation>
    </message>
    <message>
        <source>The source in charge tells of account {other}: that one stays.</source>
        <translation>La fuente principal informa de la cuenta {other}: esa se queda.</translation>
    </message>
    <message>
        <source>The statement is in a currency that is not in use any more.</source>
        <translation>El extracto está en una moneda que ya no se usa.</translation>
    </message>
    <message>
        <source>The statement is in {told}, the account {name} in {kept}.</source>
        <translation>El extracto está en {told}, la cuenta {name} en {kept}.</translation>
    </message>
    <message>
        <source>The table in this file cannot be read: a quoted text has no end.</source>
        <translation>La tabla de este archivo no se puede leer: un texto entre comillas no termina.</translation>
    </message>
    <message>
        <source>The table {name} is not as it was written: its checksum differs.</source>
        <translation>La tabla {name} no está como se escribió: su suma de control difiere.</translation>
    </message>
    <message>
        <source>The token was not taken</source>
        <translation>El token no fue aceptado</translation>
    </message>
    <message>
        <source>The transactions here and the bank&apos;s balance differ by {drift}.</source>
        <translation>Los movimientos de aquí y el saldo del banco difieren en {drift}.</translation>
    </message>
    <message>
        <source>The two amounts differ.</source>
        <translation>Los dos importes difieren.</translation>
    </message>
    <message>
        <source>The user name at the bank is not the one that was connected.</source>
        <translation>El usuario del banco no es el que se conectó.</translation>
    </message>
    <message>
        <source>Their access could not be taken away: {join}.</source>
        <translation>No se les pudo quitar el acceso: {join}.</translation>
    </message>
    <message>
        <source>Then nothing new comes until it is renewed.</source>
        <translation>Después no llega nada nuevo hasta que se renueve.</translation>
    </message>
    <message>
        <source>There are no entries in this file.</source>
        <translation>No hay apuntes en este archivo.</translation>
    </message>
    <message>
        <source>There is a file {name} already; it was left as it is.</source>
        <translation>Ya existe un archivo {name}; quedó como está.</translation>
    </message>
    <message>
        <source>There is no account {account_id}.</source>
        <translation>No existe la cuenta {account_id}.</translation>
    </message>
    <message>
        <source>There is no backup {name}.</source>
        <translation>No hay ninguna copia {name}.</translation>
    </message>
    <message>
        <source>There is no bank with this id.</source>
        <translation>No hay ningún banco con este identificador.</translation>
    </message>
    <message>
        <source>There is no command {command_id}.</source>
        <translation>No hay ninguna orden {command_id}.</translation>
    </message>
    <message>
        <source>There is no connection {item_id}.</source>
        <translation>No hay ninguna conexión {item_id}.</translation>
    </message>
    <message>
        <source>There is no currency {currency}.</source>
        <translation>No existe la moneda {currency}.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>No hay ningún archivo {name}.</translation>
    </message>
    <message>
        <source>There is no filter {name}; its words are looked for. Filters are {known}.</source>
        <translation>No hay ningún filtro {name}; se buscan sus palabras. Los filtros son {known}.</translation>
    </message>
    <message>
        <source>There is no format {form}.</source>
        <translation>No hay ningún formato {form}.</translation>
    </message>
    <message>
        <source>There is no letter {number}.</source>
        <translation>No hay ningún caso {number}.</translation>
    </message>
    <message>
        <source>There is no observation {observation_id}.</source>
        <translation>No hay ninguna observación {observation_id}.</translation>
    </message>
    <message>
        <source>There is no open notice {number}.</source>
        <translation>No hay ningún aviso abierto {number}.</translation>
    </message>
    <message>
        <source>There is no open suggestion {number}.</source>
        <translation>No hay ninguna sugerencia abierta {number}.</translation>
    </message>
    <message>
        <source>There is no run {run_id} that wrote anything.</source>
        <translation>No hay ninguna sincronización {run_id} que escribiera algo.</translation>
    </message>
    <message>
        <source>There is no run {run_id}.</source>
        <translation>No hay ninguna sincronización {run_id}.</translation>
    </message>
    <message>
        <source>There is no source {source_account}.</source>
        <translation>No existe la fuente {source_account}.</translation>
    </message>
    <message>
        <source>There is no space left for the database; nothing of this step was written.</source>
        <translation>No queda espacio para la base de datos; no se escribió nada de este paso.</translation>
    </message>
    <message>
        <source>There is no space left, or the disk fails; nothing was left half-written.</source>
        <translation>No queda espacio, o falla el disco; nada quedó a medio escribir.</translation>
    </message>
    <message>
        <source>There is no statement in this file.</source>
        <translation>No hay ningún extracto en este archivo.</translation>
    </message>
    <message>
        <source>There is no table of days and amounts in this file.</source>
        <translation>En este archivo no hay ninguna tabla de días e importes.</translation>
    </message>
    <message>
        <source>There is no transaction {number}.</source>
        <translation>No hay ningún movimiento {number}.</translation>
    </message>
    <message>
        <source>There is no type of account {type}.</source>
        <translation>No existe el tipo de cuenta {type}.</translation>
    </message>
    <message>
        <source>There is no word in this.</source>
        <translation>Aquí no hay ninguna palabra.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>These keys are not for this environment of Plaid.</source>
        <translation>Estas claves no son para este entorno de Plaid.</translation>
    </message>
    <message>
        <source>These keys may not use Plaid&apos;s Transactions product.</source>
        <translation>Estas claves no pueden usar el producto Transactions de Plaid.</translation>
    </message>
    <message>
        <source>These keys may not use this part of Plaid.</source>
        <translation>Estas claves no pueden usar esta parte de Plaid.</translation>
    </message>
    <message>
        <source>These two accounts are in different currencies.</source>
        <translation>Estas dos cuentas están en monedas distintas.</translation>
    </message>
    <message>
        <source>These two rows are in different accounts or currencies.</source>
        <translation>Estos dos movimientos están en cuentas o monedas distintas.</translation>
    </message>
    <message>
        <source>They see the names in {folder}; the ledger&apos;s own files are closed to them.</source>
        <translation>Ven los nombres en {folder}; los archivos del libro les están cerrados.</translation>
    </message>
    <message>
        <source>This XML has a text of several megabytes.</source>
        <translation>Este XML tiene un texto de varios megabytes.</translation>
    </message>
    <message>
        <source>This XML is nested in a way that no bank&apos;s statement is.</source>
        <translation>Este XML está anidado como no lo está ningún extracto de un banco.</translation>
    </message>
    <message>
        <source>This account&apos;s files went to another account before, and what they told is still there.</source>
        <translation>Los archivos de esta cuenta iban antes a otra cuenta, y lo que contaron sigue ahí.</translation>
    </message>
    <message>
        <source>This balance cannot be read.</source>
        <translation>Este saldo no se puede leer.</translation>
    </message>
    <message>
        <source>This bank does not offer transactions through Plaid.</source>
        <translation>Este banco no ofrece movimientos mediante Plaid.</translation>
    </message>
    <message>
        <source>This can be one of {join}.</source>
        <translation>Esto puede ser uno de {join}.</translation>
    </message>
    <message>
        <source>This computer has a mailbox already.</source>
        <translation>Este equipo ya tiene un buzón.</translation>
    </message>
    <message>
        <source>This computer is paired with another relay.</source>
        <translation>Este equipo está emparejado con otro relay.</translation>
    </message>
    <message>
        <source>This connection was removed at Plaid.</source>
        <translation>Esta conexión se quitó en Plaid.</translation>
    </message>
    <message>
        <source>This data folder holds {stored} data, not {environment} data.</source>
        <translation>Esta carpeta contiene datos de {stored}, no de {environment}.</translation>
    </message>
    <message>
        <source>This day is not in the calendar.</source>
        <translation>Este día no existe en el calendario.</translation>
    </message>
    <message>
        <source>This entry has no day, direction or amount that can be read.</source>
        <translation>Este apunte no tiene día, sentido o importe que se pueda leer.</translation>
    </message>
    <message>
        <source>This file cannot be imported</source>
        <translation>Este archivo no se puede importar</translation>
    </message>
    <message>
        <source>This file has a document type, as no bank&apos;s statement has.</source>
        <translation>Este archivo tiene un tipo de documento, como no lo tiene ningún extracto de un banco.</translation>
    </message>
    <message>
        <source>This file has no statement at its beginning.</source>
        <translation>Este archivo no tiene ningún extracto al principio.</translation>
    </message>
    <message>
        <source>This file was refused</source>
        <translation>Este archivo fue rechazado</translation>
    </message>
    <message>
        <source>This format names no currency, and none that is in use was chosen for it.</source>
        <translation>Este formato no indica moneda y no se eligió ninguna en uso para él.</translation>
    </message>
    <message>
        <source>This is a web page, perhaps the bank&apos;s sign-in page, not a statement.</source>
        <translation>Esto es una página web, quizá la de inicio de sesión del banco, no un extracto.</translation>
    </message>
    <message>
        <source>This is how BudgetSync tells you something</source>
        <translation>Así le avisa BudgetSync</translation>
    </message>
    <message>
        <source>This is no XML that can be read.</source>
        <translation>No es un XML que se pueda leer.</translation>
    </message>
    <message>
        <source>This is no XML that can be read; the mistake is in line {line}.</source>
        <translation>No es un XML que se pueda leer; el error está en la línea {line}.</translation>
    </message>
    <message>
        <source>This is no amount; its words are looked for.</source>
        <translation>Esto no es un importe; se buscan sus palabras.</translation>
    </message>
    <message>
        <source>This is no setup token</source>
        <translation>Esto no es un token de configuración</translation>
    </message>
    <message>
        <source>This is no statement that BudgetSync knows</source>
        <translation>No es un extracto que BudgetSync conozca</translation>
    </message>
    <message>
        <source>This is no text: there are zero bytes in it.</source>
        <translation>No es texto: contiene bytes nulos.</translation>
    </message>
    <message>
        <source>This is {name}, not a statement in text form.</source>
        <translation>Esto es {name}, no un extracto en forma de texto.</translation>
    </message>
    <message>
        <source>This ledger is not empty, and an archive is never mixed into another ledger.</source>
        <translation>Este libro no está vacío, y un archivo portátil nunca se mezcla con otro libro.</translation>
    </message>
    <message>
        <source>This ledger is the demo bank&apos;s, and its place for secrets is not made for real keys.</source>
        <translation>Este libro es del banco de demostración, y su lugar de los secretos no está hecho para claves reales.</translation>
    </message>
    <message>
        <source>This program was put together without a relay&apos;s client.</source>
        <translation>Este programa se montó sin el cliente de un relay.</translation>
    </message>
    <message>
        <source>This provider has no page on which a bank is connected.</source>
        <translation>Este proveedor no tiene una página para conectar un banco.</translation>
    </message>
    <message>
        <source>This statement cannot be read</source>
        <translation>Este extracto no se puede leer</translation>
    </message>
    <message>
        <source>This system has no keyring for secrets.</source>
        <translation>Este sistema no tiene llavero para secretos.</translation>
    </message>
    <message>
        <source>This text is not what the other computer showed, or not all of it.</source>
        <translation>Este texto no es lo que mostró el otro equipo, o no entero.</translation>
    </message>
    <message>
        <source>This token may be compromised</source>
        <translation>Este token puede estar comprometido</translation>
    </message>
    <message>
        <source>Today&apos;s backup was not made</source>
        <translation>No se hizo la copia de hoy</translation>
    </message>
    <message>
        <source>Tomorrow it ends, and syncs with it.</source>
        <translation>Mañana termina, y con él las sincronizaciones.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Demasiadas peticiones</translation>
    </message>
    <message>
        <source>Too many webhooks name keys that were never seen before.</source>
        <translation>Demasiados webhooks nombran claves nunca vistas.</translation>
    </message>
    <message>
        <source>Transaction {number} has become part of another one.</source>
        <translation>El movimiento {number} pasó a formar parte de otro.</translation>
    </message>
    <message>
        <source>Transaction {number} is half of no transfer.</source>
        <translation>El movimiento {number} no es la mitad de ningún traspaso.</translation>
    </message>
    <message>
        <source>Transaction {number} is not one that the bank took back after you edited it.</source>
        <translation>El movimiento {number} no es uno que el banco retirase después de editarlo usted.</translation>
    </message>
    <message>
        <source>Transaction {row} is not there, or in another account.</source>
        <translation>El movimiento {row} no existe o está en otra cuenta.</translation>
    </message>
    <message>
        <source>Transaction {row} is not yours alone: a bank or a file tells its amount.</source>
        <translation>El movimiento {row} no es solo suyo: un banco o un archivo indica su importe.</translation>
    </message>
    <message>
        <source>Transfer of {name_of}</source>
        <translation>Traspaso de {name_of}</translation>
    </message>
    <message>
        <source>Try again; if it stays, copy the details and report it.</source>
        <translation>Inténtelo de nuevo; si persiste, copie los detalles e informe de ello.</translation>
    </message>
    <message>
        <source>Try again; if it stays, delete the demo&apos;s data folder and start anew.</source>
        <translation>Inténtelo de nuevo; si persiste, elimine la carpeta de datos de la demostración y empiece de nuevo.</translation>
    </message>
    <message>
        <source>Turn Transactions on for these keys in Plaid&apos;s dashboard, then sync again.</source>
        <translation>Active Transactions para estas claves en el panel de Plaid y sincronice de nuevo.</translation>
    </message>
    <message>
        <source>Type one that you will remember; nobody can find it out for you.</source>
        <translation>Escriba una que vaya a recordar; nadie puede averiguarla por usted.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo of sync run {run_id}</source>
        <translation>Deshacer la sincronización {run_id}</translation>
    </message>
    <message>
        <source>Undo that import, or link the two accounts.</source>
        <translation>Deshaga esa importación, o vincule las dos cuentas.</translation>
    </message>
    <message>
        <source>Unknown currency</source>
        <translation>Moneda desconocida</translation>
    </message>
    <message>
        <source>Unlock the login on the bank&apos;s own site, then reconnect.</source>
        <translation>Desbloquee el acceso en la web del banco y reconecte después.</translation>
    </message>
    <message>
        <source>Unlock your system&apos;s keyring, then try again.</source>
        <translation>Desbloquee el llavero de su sistema e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Unpair it first.</source>
        <translation>Desemparéjelo primero.</translation>
    </message>
    <message>
        <source>Update BudgetSync; if it stays, copy the details and report it.</source>
        <translation>Actualice BudgetSync; si persiste, copie los detalles e informe de ello.</translation>
    </message>
    <message>
        <source>Update BudgetSync; nothing was read from the archive.</source>
        <translation>Actualice BudgetSync; no se leyó nada del archivo portátil.</translation>
    </message>
    <message>
        <source>Update BudgetSync; the file was not touched.</source>
        <translation>Actualice BudgetSync; el archivo no se tocó.</translation>
    </message>
    <message>
        <source>Use 12 to 200 letters and digits; a dash, dot, ~ and _ may be among them.</source>
        <translation>Use de 12 a 200 letras y cifras; se admiten guion, punto, ~ y _.</translation>
    </message>
    <message>
        <source>Use `budgetsync connect --simplefin`.</source>
        <translation>Use `budgetsync connect --simplefin`.</translation>
    </message>
    <message>
        <source>Use another copy of it; the ledger was left as it was.</source>
        <translation>Use otra copia; el libro quedó como estaba.</translation>
    </message>
    <message>
        <source>Use auto, keyring, file or memory.</source>
        <translation>Use auto, keyring, file o memory.</translation>
    </message>
    <message>
        <source>Use sandbox or production.</source>
        <translation>Use sandbox o production.</translation>
    </message>
    <message>
        <source>Wait a few minutes; the next sync looks again by itself.</source>
        <translation>Espere unos minutos; la próxima sincronización vuelve a mirar sola.</translation>
    </message>
    <message>
        <source>Wait a little: it is tried again by itself, and the sync by the clock goes on.</source>
        <translation>Espere un poco: se reintenta solo, y la sincronización programada continúa.</translation>
    </message>
    <message>
        <source>Wait a minute; the next sync tries again by itself.</source>
        <translation>Espere un minuto; la próxima sincronización lo reintenta sola.</translation>
    </message>
    <message>
        <source>Wait for the next sync, which tries again by itself, or press Sync now.</source>
        <translation>Espere la próxima sincronización, que lo reintenta sola, o pulse Sincronizar ahora.</translation>
    </message>
    <message>
        <source>Wait, or sync now to try at once.</source>
        <translation>Espere, o sincronice ahora para intentarlo enseguida.</translation>
    </message>
    <message>
        <source>Webhooks cannot be received</source>
        <translation>No se pueden recibir webhooks</translation>
    </message>
    <message>
        <source>What answers at the relay&apos;s address is no relay.</source>
        <translation>Lo que responde en la dirección del relay no es un relay.</translation>
    </message>
    <message>
        <source>What the bank itself said cannot be undone, only edited.</source>
        <translation>Lo que dijo el propio banco no se puede deshacer, solo editar.</translation>
    </message>
    <message>
        <source>What was kept aside cannot be unpacked.</source>
        <translation>Lo que se apartó no se puede desempaquetar.</translation>
    </message>
    <message>
        <source>What was pasted does not lead to a SimpleFIN server over a sealed connection.</source>
        <translation>Lo que se pegó no lleva a un servidor SimpleFIN por una conexión cifrada.</translation>
    </message>
    <message>
        <source>What you chose cannot be written to {path}.</source>
        <translation>Lo que eligió no se puede escribir en {path}.</translation>
    </message>
    <message>
        <source>Within a week it ends, and syncs with it.</source>
        <translation>En una semana termina, y con él las sincronizaciones.</translation>
    </message>
    <message>
        <source>Within a week the bank ends it, and syncs with it.</source>
        <translation>En una semana el banco la termina, y con ella las sincronizaciones.</translation>
    </message>
    <message>
        <source>Write it like 30m, 1h or 2d.</source>
        <translation>Escríbalo como 30m, 1h o 2d.</translation>
    </message>
    <message>
        <source>Write it such as 12.50, or +12.50 for what comes in, without thousands marks.</source>
        <translation>Escríbalo como 12.50, o +12.50 para lo que entra, sin separador de miles.</translation>
    </message>
    <message>
        <source>Write them like 22:00-07:00, or off.</source>
        <translation>Escríbalas como 22:00-07:00, u off.</translation>
    </message>
    <message>
        <source>Write tomorrow, 18:30 or 2026-12-01.</source>
        <translation>Escriba tomorrow, 18:30 o 2026-12-01.</translation>
    </message>
    <message>
        <source>YNAB CSV</source>
        <translation>CSV para YNAB</translation>
    </message>
    <message>
        <source>You did not delete transaction {number}.</source>
        <translation>Usted no eliminó el movimiento {number}.</translation>
    </message>
    <message>
        <source>You removed this connection; its history stays here.</source>
        <translation>Usted quitó esta conexión; su historial se queda aquí.</translation>
    </message>
    <message>
        <source>Your Plaid account has to be registered with this bank first.</source>
        <translation>Su cuenta de Plaid tiene que registrarse primero con este banco.</translation>
    </message>
    <message>
        <source>Your choice cannot be read</source>
        <translation>Su elección no se puede leer</translation>
    </message>
    <message>
        <source>Your choice is not remembered</source>
        <translation>Su elección no se recuerda</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Lo suyo</translation>
    </message>
    <message>
        <source>Your own entries</source>
        <translation>Sus propios apuntes</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>un archivo 7-Zip</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>un PDF</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>un archivo RAR</translation>
    </message>
    <message>
        <source>a ZIP archive or a workbook (XLSX, ODS)</source>
        <translation>un archivo ZIP o un libro de cálculo (XLSX, ODS)</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>un archivo bzip2</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>una base de datos</translation>
    </message>
    <message>
        <source>a document (RTF)</source>
        <translation>un documento (RTF)</translation>
    </message>
    <message>
        <source>a file sealed with your passphrase</source>
        <translation>un archivo sellado con su frase de contraseña</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>un archivo gzip</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programa</translation>
    </message>
    <message>
        <source>a raw row that is none</source>
        <translation>un registro original que no lo es</translation>
    </message>
    <message>
        <source>a sealed file (demo bank)</source>
        <translation>un archivo sellado (banco de demostración)</translation>
    </message>
    <message>
        <source>a suggestion</source>
        <translation>una sugerencia</translation>
    </message>
    <message>
        <source>a transaction</source>
        <translation>un movimiento</translation>
    </message>
    <message>
        <source>an old Excel workbook (XLS)</source>
        <translation>un libro antiguo de Excel (XLS)</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>un archivo xz</translation>
    </message>
    <message>
        <source>apply removals</source>
        <translation>aplicar retiradas</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categoría</translation>
    </message>
    <message>
        <source>date</source>
        <translation>fecha</translation>
    </message>
    <message>
        <source>dismiss removals</source>
        <translation>descartar retiradas</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>en su sitio</translation>
    </message>
    <message>
        <source>is damaged itself</source>
        <translation>está dañada</translation>
    </message>
    <message>
        <source>is of another environment or program, or a newer version wrote it</source>
        <translation>es de otro entorno o programa, o la escribió una versión más nueva</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>dejado ir</translation>
    </message>
    <message>
        <source>memory, for this session only</source>
        <translation>la memoria, solo para esta sesión</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>payee</source>
        <translation>beneficiario</translation>
    </message>
    <message>
        <source>removal held</source>
        <translation>retirada retenida</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>revisado</translation>
    </message>
    <message>
        <source>splits</source>
        <translation>división</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>etiquetas</translation>
    </message>
    <message>
        <source>take apart</source>
        <translation>separar</translation>
    </message>
    <message>
        <source>taken back by the bank</source>
        <translation>retirado por el banco</translation>
    </message>
    <message>
        <source>the bank&apos;s row</source>
        <translation>el movimiento del banco</translation>
    </message>
    <message>
        <source>the row has no id</source>
        <translation>el movimiento no tiene identificador</translation>
    </message>
    <message>
        <source>the row has no id, or no amount</source>
        <translation>la fila no tiene identificador o no tiene importe</translation>
    </message>
    <message>
        <source>the row has no usable day</source>
        <translation>la fila no tiene un día utilizable</translation>
    </message>
    <message>
        <source>the suggestion for {names}</source>
        <translation>la sugerencia para {names}</translation>
    </message>
    <message>
        <source>the system keyring</source>
        <translation>el llavero del sistema</translation>
    </message>
    <message>
        <source>the system keyring ({name})</source>
        <translation>el llavero del sistema ({name})</translation>
    </message>
    <message>
        <source>transaction {number}</source>
        <translation>movimiento {number}</translation>
    </message>
    <message>
        <source>with transaction {stored}</source>
        <translation>con el movimiento {stored}</translation>
    </message>
    <message>
        <source>{abs} (currency not known)</source>
        <translation>{abs} (moneda desconocida)</translation>
    </message>
    <message>
        <source>{account} has had no new transaction for far longer than usual.</source>
        <translation>{account} no tiene movimientos nuevos desde hace mucho más de lo normal.</translation>
    </message>
    <message>
        <source>{bank} asks for your consent by tomorrow</source>
        <translation>{bank} pide su consentimiento antes de mañana</translation>
    </message>
    <message>
        <source>{bank} asks for your consent soon</source>
        <translation>{bank} pide pronto su consentimiento</translation>
    </message>
    <message>
        <source>{bank} ends this connection by tomorrow</source>
        <translation>{bank} termina esta conexión antes de mañana</translation>
    </message>
    <message>
        <source>{bank} ends this connection soon</source>
        <translation>{bank} termina pronto esta conexión</translation>
    </message>
    <message>
        <source>{bank} has announced the end of this connection</source>
        <translation>{bank} ha anunciado el fin de esta conexión</translation>
    </message>
    <message>
        <source>{bank} needs your consent</source>
        <translation>{bank} necesita su consentimiento</translation>
    </message>
    <message>
        <source>{bank}: not synced for long</source>
        <translation>{bank}: sin sincronizar desde hace tiempo</translation>
    </message>
    <message>
        <source>{bank}: nothing new from the bank</source>
        <translation>{bank}: nada nuevo del banco</translation>
    </message>
    <message>
        <source>{base}, as the bank says</source>
        <translation>{base}, según el banco</translation>
    </message>
    <message>
        <source>{capitalize} does not answer</source>
        <translation>{capitalize} no responde</translation>
    </message>
    <message>
        <source>{causes} things</source>
        <translation>{causes} cosas</translation>
    </message>
    <message>
        <source>{count} rows of {table} refer to rows that are not there</source>
        <translation>{count} filas de {table} remiten a filas que no existen</translation>
    </message>
    <message>
        <source>{field} is not a field that can be typed into.</source>
        <translation>{field} no es un campo en el que se pueda escribir.</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>{host} is neither Plaid nor this computer, so no key is sent to it.</source>
        <translation>{host} no es Plaid ni este equipo, así que no se le envía ninguna clave.</translation>
    </message>
    <message>
        <source>{host}:{port} cannot be listened at: {value}.</source>
        <translation>No se puede escuchar en {host}:{port}: {value}.</translation>
    </message>
    <message>
        <source>{join} and {words}</source>
        <translation>{join} y {words}</translation>
    </message>
    <message>
        <source>{len} bytes</source>
        <translation>{len} bytes</translation>
    </message>
    <message>
        <source>{len} bytes that cannot be unpacked</source>
        <translation>{len} bytes que no se pueden desempaquetar</translation>
    </message>
    <message>
        <source>{many} could not be dealt with and will not be tried again without you. Nothing is lost.</source>
        <translation>{many} no se pudo atender y no se reintentará sin usted. No se pierde nada.</translation>
    </message>
    <message>
        <source>{message} It has failed {failures} times, and goes on by itself.</source>
        <translation>{message} Ha fallado {failures} veces y continúa por sí solo.</translation>
    </message>
    <message>
        <source>{message} It is tried again by itself.</source>
        <translation>{message} Se reintenta solo.</translation>
    </message>
    <message>
        <source>{name} (connection {id}) does not need it.</source>
        <translation>{name} (conexión {id}) no lo necesita.</translation>
    </message>
    <message>
        <source>{name} (connection {id}) was removed; only its history is here.</source>
        <translation>{name} (conexión {id}) se quitó; aquí solo está su historial.</translation>
    </message>
    <message>
        <source>{name} is connected already, as connection {id}.</source>
        <translation>{name} ya está conectado, como conexión {id}.</translation>
    </message>
    <message>
        <source>{name} is not a text file of settings.</source>
        <translation>{name} no es un archivo de texto de ajustes.</translation>
    </message>
    <message>
        <source>{name} was asked a moment ago; it can be asked again in {wait} s.</source>
        <translation>Se preguntó a {name} hace un momento; se puede de nuevo en {wait} s.</translation>
    </message>
    <message>
        <source>{name}: its news do not arrive by themselves</source>
        <translation>{name}: sus novedades no llegan solas</translation>
    </message>
    <message>
        <source>{name}: there are accounts that are not shared</source>
        <translation>{name}: hay cuentas que no se comparten</translation>
    </message>
    <message>
        <source>{name}: {join} no longer shared</source>
        <translation>{name}: {join} ya no se comparte</translation>
    </message>
    <message>
        <source>{n} suggestions</source>
        <translation>{n} sugerencias</translation>
    </message>
    <message>
        <source>{n} transactions</source>
        <translation>{n} movimientos</translation>
    </message>
    <message>
        <source>{stored} (transaction {rpartition})</source>
        <translation>{stored} (movimiento {rpartition})</translation>
    </message>
    <message>
        <source>{strip} is no amount in {currency}.</source>
        <translation>{strip} no es un importe en {currency}.</translation>
    </message>
    <message>
        <source>{subject}: {title}</source>
        <translation>{subject}: {title}</translation>
    </message>
    <message>
        <source>{text} are not quiet hours.</source>
        <translation>{text} no son horas de silencio.</translation>
    </message>
    <message>
        <source>{text} does not say how many times as long intervals are on battery.</source>
        <translation>{text} no dice cuántas veces se alargan los intervalos con batería.</translation>
    </message>
    <message>
        <source>{text} is no amount.</source>
        <translation>{text} no es un importe.</translation>
    </message>
    <message>
        <source>{text} is not a length of time.</source>
        <translation>{text} no es una duración.</translation>
    </message>
    <message>
        <source>{text} is not a time to pause until.</source>
        <translation>{text} no es una hora hasta la que pausar.</translation>
    </message>
    <message>
        <source>{text} is not a useful time between two syncs.</source>
        <translation>{text} no es un tiempo útil entre dos sincronizaciones.</translation>
    </message>
    <message>
        <source>{text} is over already.</source>
        <translation>{text} ya ha pasado.</translation>
    </message>
    <message>
        <source>{what} is not a URL.</source>
        <translation>{what} no es una URL.</translation>
    </message>
    <message>
        <source>{what} is plain http, which anybody on the way can read and change.</source>
        <translation>{what} es http sin cifrar, que cualquiera en el camino puede leer y cambiar.</translation>
    </message>
    <message>
        <source>{what} of {of}</source>
        <translation>{what} de {of}</translation>
    </message>
    <message>
        <source>{where}: a difference to the bank&apos;s balance</source>
        <translation>{where}: una diferencia con el saldo del banco</translation>
    </message>
    <message>
        <source>{where}: removals to review</source>
        <translation>{where}: retiradas por revisar</translation>
    </message>
    <message>
        <source>{words}, other</source>
        <translation>{words}, otros</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>New account</source>
        <translation>Cuenta nueva</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Name, such as Wallet</source>
        <translation>Nombre, por ejemplo Cartera</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Efectivo</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Cuenta bancaria</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>Tarjeta de crédito</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Préstamo</translation>
    </message>
    <message>
        <source>Investment</source>
        <translation>Inversión</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Lo que contiene</translation>
    </message>
    <message>
        <source>Its balance is what is in it now and the transactions that you add.</source>
        <translation>Su saldo es lo que contiene ahora y los movimientos que usted añada.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>New transaction</source>
        <translation>Movimiento nuevo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>12.50 is spent, +12.50 comes in</source>
        <translation>12.50 sale, +12.50 entra</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>{payee} was added</source>
        <translation>Se añadió {payee}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export all transactions</source>
        <translation>Exportar todos los movimientos</translation>
    </message>
    <message>
        <source>Export the selected transactions</source>
        <translation>Exportar los movimientos seleccionados</translation>
    </message>
    <message>
        <source>Export the transactions that are listed</source>
        <translation>Exportar los movimientos de la lista</translation>
    </message>
    <message>
        <source>{rows} written to {name}</source>
        <translation>{rows} escritos en {name}</translation>
    </message>
    <message>
        <source>Writing row {n} of {total}</source>
        <translation>Escribiendo el movimiento {n} de {total}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Account that the entries go to</source>
        <translation>Cuenta a la que van los apuntes</translation>
    </message>
    <message>
        <source>Choose an account...</source>
        <translation>Elegir una cuenta...</translation>
    </message>
    <message>
        <source>New account: {name}, {currency}</source>
        <translation>Cuenta nueva: {name}, {currency}</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Extractos</translation>
    </message>
    <message>
        <source>Import statement files</source>
        <translation>Importar archivos de extractos</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>{name} is imported</source>
        <translation>{name} está importado</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} de {total}</translation>
    </message>
    <message>
        <source>Nothing new in {name}</source>
        <translation>Nada nuevo en {name}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Leyendo {name}</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importando {name}</translation>
    </message>
    <message>
        <source>Take as new</source>
        <translation>Tomar como nuevo</translation>
    </message>
    <message>
        <source>It is that one</source>
        <translation>Es ese</translation>
    </message>
    <message>
        <source>It is that transaction</source>
        <translation>Es ese movimiento</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>{day} · {name} · {amount}</source>
        <translation>{day} · {name} · {amount}</translation>
    </message>
    <message>
        <source>Choose an entry to see what becomes of it</source>
        <translation>Elija un apunte para ver qué será de él</translation>
    </message>
    <message>
        <source>What speaks for it: {signals}.</source>
        <translation>Lo que lo indica: {signals}.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Nombre y texto</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>{word}, chosen by you</source>
        <translation>{word}, elegido por usted</translation>
    </message>
    <message>
        <source>Statement of the file</source>
        <translation>Extracto del archivo</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>Qué apuntes se muestran</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Cancelar la importación</translation>
    </message>
    <message>
        <source>There is no statement in this file.</source>
        <translation>No hay ningún extracto en este archivo.</translation>
    </message>
    <message>
        <source>Entries of the statement</source>
        <translation>Apuntes del extracto</translation>
    </message>
    <message>
        <source>All entries: {n}</source>
        <translation>Todos los apuntes: {n}</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} transactions</source>
        <translation>
            <numerusform>Importar {n} movimiento</numerusform>
            <numerusform>Importar {n} movimientos</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {n}: {message}</source>
        <translation>Línea {n}: {message}</translation>
    </message>
    <message>
        <source>{n} of {total}: {name}</source>
        <translation>{n} de {total}: {name}</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more problems</source>
        <translation>
            <numerusform>y {n} problema más</numerusform>
            <numerusform>y {n} problemas más</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another file...</source>
        <translation>Elegir otro archivo...</translation>
    </message>
    <message>
        <source>Import another file...</source>
        <translation>Importar otro archivo...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the import</source>
        <translation>Cerrar la importación</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>It does not add up: {amount} too much or missing between {opening} and {closing}</source>
        <translation>No cuadra: sobran o faltan {amount} entre {opening} y {closing}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Coincide</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incierto</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Ya presente</translation>
    </message>
    <message>
        <source>Deleted by you</source>
        <translation>Eliminado por usted</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>No source has told of it yet: it becomes a transaction.</source>
        <translation>Ninguna fuente lo ha comunicado aún: será un movimiento.</translation>
    </message>
    <message>
        <source>Another source told of it before: it is this transaction.</source>
        <translation>Otra fuente ya lo había comunicado: es este movimiento.</translation>
    </message>
    <message>
        <source>It may be this transaction. It is taken in as a new one, and asked about under Problems.</source>
        <translation>Puede ser este movimiento. Se toma como nuevo y se pregunta por él en Problemas.</translation>
    </message>
    <message>
        <source>This file, or one that overlaps it, was imported before.</source>
        <translation>Este archivo, u otro que se solapa con él, ya se importó.</translation>
    </message>
    <message>
        <source>You deleted this transaction; it stays deleted.</source>
        <translation>Usted eliminó este movimiento; sigue eliminado.</translation>
    </message>
    <message>
        <source>It is not taken in.</source>
        <translation>No se toma.</translation>
    </message>
    <message>
        <source>the amount</source>
        <translation>el importe</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>el día</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>el texto</translation>
    </message>
    <message>
        <source>a reference number</source>
        <translation>un número de referencia</translation>
    </message>
    <message>
        <source>no other row comes into question</source>
        <translation>ningún otro movimiento entra en cuestión</translation>
    </message>
    <message>
        <source>as many equal ones on either side</source>
        <translation>tantos iguales en un lado como en el otro</translation>
    </message>
    <message>
        <source>the order</source>
        <translation>el orden</translation>
    </message>
    <message>
        <source>a pending row that was booked with another amount</source>
        <translation>un movimiento pendiente que se contabilizó con otro importe</translation>
    </message>
    <message>
        <source>The file does not give both balances, so it cannot be proved</source>
        <translation>El archivo no indica ambos saldos, así que no se puede comprobar</translation>
    </message>
    <message>
        <source>Proved: {opening} + entries = {closing}</source>
        <translation>Comprobado: {opening} + apuntes = {closing}</translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <translation>
            <numerusform>{n} apunte</numerusform>
            <numerusform>{n} apuntes</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries} from {first} to {last}</source>
        <translation>{entries} del {first} al {last}</translation>
    </message>
    <message numerus="yes">
        <source>{n} matched</source>
        <translation>
            <numerusform>{n} coincide</numerusform>
            <numerusform>{n} coinciden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} to look at under Problems</source>
        <translation>
            <numerusform>{n} por revisar en Problemas</numerusform>
            <numerusform>{n} por revisar en Problemas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} already there</source>
        <translation>
            <numerusform>{n} ya presente</numerusform>
            <numerusform>{n} ya presentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stay deleted</source>
        <translation>
            <numerusform>{n} sigue eliminado</numerusform>
            <numerusform>{n} siguen eliminados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left out</source>
        <translation>
            <numerusform>{n} omitido</numerusform>
            <numerusform>{n} omitidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} could not be read</source>
        <translation>
            <numerusform>{n} no se pudo leer</numerusform>
            <numerusform>{n} no se pudieron leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new transactions</source>
        <translation>
            <numerusform>{n} movimiento nuevo</numerusform>
            <numerusform>{n} movimientos nuevos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>All accounts</source>
        <translation>Todas las cuentas</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Qué se mira</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 cuenta</translation>
    </message>
    <message>
        <source>Accounts: {which}</source>
        <translation>Cuentas: {which}</translation>
    </message>
    <message numerus="yes">
        <source>{n} accounts</source>
        <translation>
            <numerusform>{n} cuenta</numerusform>
            <numerusform>{n} cuentas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} accounts are not drawn: their banks tell no balance.</source>
        <translation>
            <numerusform>{n} cuenta no se dibuja: su banco no da el saldo.</numerusform>
            <numerusform>{n} cuentas no se dibujan: sus bancos no dan el saldo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {shown} largest of {n}; the table has all of them.</source>
        <translation>
            <numerusform>Los {shown} mayores de {n}; la tabla los tiene todos.</numerusform>
            <numerusform>Los {shown} mayores de {n}; la tabla los tiene todos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before: {first} to {last}</source>
        <translation>Antes: {first} a {last}</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Comercio</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Sin categoría</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Ingresos</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Gastos</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Queda</translation>
    </message>
    <message>
        <source>{income} came in, {spending} went out, {rest} was left.</source>
        <translation>Entraron {income}, salieron {spending}, quedaron {rest}.</translation>
    </message>
    <message>
        <source>{income} came in, {spending} went out: {rest} more than came in.</source>
        <translation>Entraron {income}, salieron {spending}: {rest} más de lo que entró.</translation>
    </message>
    <message>
        <source>1 transaction</source>
        <translation>1 movimiento</translation>
    </message>
    <message>
        <source>{amount} on {day}.</source>
        <translation>{amount} el {day}.</translation>
    </message>
    <message>
        <source>1 account is not drawn: its bank tells no balance.</source>
        <translation>1 cuenta no se dibuja: su banco no da el saldo.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>En total</translation>
    </message>
    <message numerus="yes">
        <source>{n} transactions</source>
        <translation>
            <numerusform>{n} movimientos</numerusform>
            <numerusform>{n} movimientos</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} on {day}, {change} more than on {before}.</source>
        <translation>{amount} el {day}, {change} más que el {before}.</translation>
    </message>
    <message>
        <source>{amount} on {day}, {change} less than on {before}.</source>
        <translation>{amount} el {day}, {change} menos que el {before}.</translation>
    </message>
    <message>
        <source>Insights: {name}</source>
        <translation>Análisis: {name}</translation>
    </message>
    <message>
        <source>There are no transactions in this time. Choose another one above.</source>
        <translation>No hay movimientos en este período. Elija otro arriba.</translation>
    </message>
    <message>
        <source>No balance is known in this time. Choose another one above.</source>
        <translation>No se conoce ningún saldo en este período. Elija otro arriba.</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Análisis</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Nothing was spent in this time.</source>
        <translation>No se gastó nada en este tiempo.</translation>
    </message>
    <message>
        <source>Nothing came in in this time.</source>
        <translation>No entró nada en este tiempo.</translation>
    </message>
    <message>
        <source>What is shown: {title}</source>
        <translation>Qué se muestra: {title}</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Saldos</translation>
    </message>
    <message>
        <source>Income and spending</source>
        <translation>Ingresos y gastos</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>Merchants</source>
        <translation>Comercios</translation>
    </message>
    <message>
        <source>Recurring payments</source>
        <translation>Pagos recurrentes</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 meses</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 meses</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 meses</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Own dates</source>
        <translation>Fechas propias</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>Have it back</source>
        <translation>Recuperarlo</translation>
    </message>
    <message>
        <source>It waits here again.</source>
        <translation>Vuelve a esperar aquí.</translation>
    </message>
    <message>
        <source>It was put away.</source>
        <translation>Se guardó.</translation>
    </message>
    <message>
        <source>What came, without names, numbers and texts</source>
        <translation>Lo que llegó, sin nombres, números ni textos</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <translation>Se está reintentando</translation>
    </message>
    <message>
        <source>Not readable by this version</source>
        <translation>Ilegible para esta versión</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search what was kept aside</source>
        <translation>Buscar en lo apartado</translation>
    </message>
    <message>
        <source>State to show</source>
        <translation>Estado que se muestra</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Kind to show</source>
        <translation>Tipo que se muestra</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Connection to show</source>
        <translation>Conexión que se muestra</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Todas las conexiones</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Reintentar todo</translation>
    </message>
    <message>
        <source>Try all that is shown again</source>
        <translation>Reintentar todo lo que se muestra</translation>
    </message>
    <message>
        <source>One after the other, the oldest first; what this version cannot read is left out</source>
        <translation>Uno tras otro, primero el más antiguo; se omite lo que esta versión no puede leer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop trying all of them again</source>
        <translation>Dejar de reintentar todo</translation>
    </message>
    <message numerus="yes">
        <source>The newest {shown} of {of}</source>
        <translation>
            <numerusform>Los {shown} más recientes de {of}</numerusform>
            <numerusform>Los {shown} más recientes de {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{of} in all</source>
        <translation>
            <numerusform>{of} en total</numerusform>
            <numerusform>{of} en total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried {tried} of {of}</source>
        <translation>
            <numerusform>{tried} de {of} intentados</numerusform>
            <numerusform>{tried} de {of} intentados</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes it off this list; it is kept for half a year</source>
        <translation>Lo quita de esta lista; se conserva medio año</translation>
    </message>
    <message numerus="yes">
        <source>{tries}, of them {n} by hand with this version</source>
        <translation>
            <numerusform>{tries}, de ellos {n} a mano con esta versión</numerusform>
            <numerusform>{tries}, de ellos {n} a mano con esta versión</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>It could be read: the row is in the ledger now.</source>
        <translation>Se pudo leer: el movimiento ya está en el libro.</translation>
    </message>
    <message>
        <source>It is tried again with the next sync of its connection.</source>
        <translation>Se reintenta con la próxima sincronización de su conexión.</translation>
    </message>
    <message>
        <source>It could not be read this time either. It stays here.</source>
        <translation>Tampoco esta vez se pudo leer. Se queda aquí.</translation>
    </message>
    <message>
        <source>It was not tried: this version cannot read it.</source>
        <translation>No se intentó: esta versión no puede leerlo.</translation>
    </message>
    <message>
        <source>Nothing is left to be tried again.</source>
        <translation>No queda nada por reintentar.</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Tries it although this version has failed at it twice</source>
        <translation>Lo intenta aunque esta versión ha fallado dos veces</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Caso</translation>
    </message>
    <message numerus="yes">
        <source>{n} solved</source>
        <translation>
            <numerusform>{n} resuelto</numerusform>
            <numerusform>{n} resueltos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} with the next sync</source>
        <translation>
            <numerusform>{n} con la próxima sincronización</numerusform>
            <numerusform>{n} con la próxima sincronización</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} still not readable</source>
        <translation>
            <numerusform>{n} aún ilegible</numerusform>
            <numerusform>{n} aún ilegibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left out, since this version cannot read them</source>
        <translation>
            <numerusform>{n} omitido, porque esta versión no puede leerlo</numerusform>
            <numerusform>{n} omitidos, porque esta versión no puede leerlos</numerusform>
        </translation>
    </message>
    <message>
        <source>Tried again: {results}.</source>
        <translation>Reintentado: {results}.</translation>
    </message>
    <message>
        <source>This version of BudgetSync cannot read it: it has failed twice. A newer version may; until then it is kept, and left out when all are tried again.</source>
        <translation>Esta versión de BudgetSync no puede leerlo: ha fallado dos veces. Quizá una más nueva pueda; hasta entonces se conserva y se omite al reintentar todo.</translation>
    </message>
    <message>
        <source>It is kept as it came, and nothing is lost. Try again after an update of BudgetSync; if it stays, copy the details and report it.</source>
        <translation>Se conserva tal como llegó y no se pierde nada. Inténtelo de nuevo tras actualizar BudgetSync; si persiste, copie los detalles e informe de ello.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>What failed so far</source>
        <translation>Lo que falló hasta ahora</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Visto por primera vez</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>You put it away. It is kept for half a year, and you can have it back.</source>
        <translation>Usted lo guardó. Se conserva medio año y puede recuperarlo.</translation>
    </message>
    <message>
        <source>It is solved and needs nothing any more.</source>
        <translation>Está resuelto y ya no necesita nada.</translation>
    </message>
    <message>
        <source>It is being tried again; if that fails, it comes back here.</source>
        <translation>Se está reintentando; si falla, vuelve aquí.</translation>
    </message>
    <message>
        <source>Try all the same</source>
        <translation>Intentar de todos modos</translation>
    </message>
    <message>
        <source>What was kept aside</source>
        <translation>Lo que se apartó</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nada coincide</translation>
    </message>
    <message>
        <source>Change what is searched for or shown.</source>
        <translation>Cambie lo que se busca o se muestra.</translation>
    </message>
    <message>
        <source>Nothing is kept aside</source>
        <translation>No hay nada apartado</translation>
    </message>
    <message>
        <source>A row that cannot be read is kept here, so that nothing is lost.</source>
        <translation>Un movimiento que no se puede leer se conserva aquí, para que no se pierda nada.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message numerus="yes">
        <source>{n} lines copied</source>
        <translation>
            <numerusform>{n} línea copiada</numerusform>
            <numerusform>{n} líneas copiadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines to show</source>
        <translation>Líneas que se muestran</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Shows no new lines until it is switched off again</source>
        <translation>No muestra líneas nuevas hasta que se desactive</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the lines that are chosen, or all</source>
        <translation>Copiar las líneas elegidas, o todas</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Open the folder with the log files</source>
        <translation>Abrir la carpeta de los archivos de registro</translation>
    </message>
    <message>
        <source>1 line copied</source>
        <translation>1 línea copiada</translation>
    </message>
    <message>
        <source>Lines of the log, newest at the foot</source>
        <translation>Líneas del registro, las más recientes al pie</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Todas las líneas</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Solo errores</translation>
    </message>
    <message>
        <source>No line fits</source>
        <translation>Ninguna línea coincide</translation>
    </message>
    <message>
        <source>Change what is shown.</source>
        <translation>Cambie lo que se muestra.</translation>
    </message>
    <message>
        <source>Nothing was logged so far</source>
        <translation>Aún no se registró nada</translation>
    </message>
    <message>
        <source>What the program does is written here, without names, amounts and secrets.</source>
        <translation>Aquí se escribe lo que hace el programa, sin nombres, importes ni secretos.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Find transactions...</source>
        <translation>&amp;Buscar movimientos...</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;rtar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Re&amp;hacer</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>&amp;Deshacer lo escrito</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>Re&amp;hacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Deshacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>&amp;Sincronización</translation>
    </message>
    <message>
        <source>Sync &amp;all</source>
        <translation>Sincronizar &amp;todo</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Find a &amp;command</source>
        <translation>&amp;Buscar una orden</translation>
    </message>
    <message>
        <source>&amp;About BudgetSync</source>
        <translation>&amp;Acerca de BudgetSync</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Resumen</translation>
    </message>
    <message>
        <source>&amp;Transactions</source>
        <translation>&amp;Movimientos</translation>
    </message>
    <message>
        <source>&amp;Insights</source>
        <translation>&amp;Análisis</translation>
    </message>
    <message>
        <source>Acti&amp;vity</source>
        <translation>Ac&amp;tividad</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Problemas</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>A&amp;justes</translation>
    </message>
    <message>
        <source>Connect a &amp;bank...</source>
        <translation>Conectar un &amp;banco...</translation>
    </message>
    <message>
        <source>&amp;Set up your own bank...</source>
        <translation>Con&amp;figurar su propio banco...</translation>
    </message>
    <message>
        <source>&amp;New transaction...</source>
        <translation>&amp;Nuevo movimiento...</translation>
    </message>
    <message>
        <source>New &amp;account...</source>
        <translation>Nueva c&amp;uenta...</translation>
    </message>
    <message>
        <source>&amp;Import statements...</source>
        <translation>&amp;Importar extractos...</translation>
    </message>
    <message>
        <source>&amp;Export transactions...</source>
        <translation>&amp;Exportar movimientos...</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>&amp;Cerrar la ventana</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>For an &amp;hour</source>
        <translation>Una &amp;hora</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Hasta &amp;mañana</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>Hasta &amp;reanudar</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Apari&amp;encia</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
</context>
<context>
    <name>NextSync</name>
    <message>
        <source>Paused until {when}</source>
        <translation>En pausa hasta {when}</translation>
    </message>
    <message>
        <source>Next sync: {when}</source>
        <translation>Próxima sincronización: {when}</translation>
    </message>
    <message>
        <source>Next sync is due</source>
        <translation>Toca sincronizar</translation>
    </message>
    <message>
        <source>Next try: {when}</source>
        <translation>Próximo intento: {when}</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>En pausa hasta que usted reanude</translation>
    </message>
    <message>
        <source>Next sync when the network is back</source>
        <translation>Próxima sincronización cuando vuelva la red</translation>
    </message>
    <message>
        <source>Next sync on a network without a meter</source>
        <translation>Próxima sincronización en una red sin límite de datos</translation>
    </message>
    <message>
        <source>Next sync: {when}, after quiet hours</source>
        <translation>Próxima sincronización: {when}, tras las horas de silencio</translation>
    </message>
    <message>
        <source>Next try in a moment</source>
        <translation>Próximo intento en un momento</translation>
    </message>
    <message>
        <source>Next try: {when}, as the bank&apos;s service wants it</source>
        <translation>Próximo intento: {when}, como quiere el servicio del banco</translation>
    </message>
    <message>
        <source>Next try: {when}, its calls are used up until then</source>
        <translation>Próximo intento: {when}, hasta entonces se agotaron las consultas</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Open BudgetSync</source>
        <translation>Abrir BudgetSync</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Sign in again</source>
        <translation>Iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>Connect a bank</source>
        <translation>Conectar un banco</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Ask the bank to refresh</source>
        <translation>Pedir novedades al banco</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Mostrar problemas</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Show the account</source>
        <translation>Mostrar la cuenta</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
    <message>
        <source>Show real time</source>
        <translation>Mostrar tiempo real</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer copia ahora</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Movimientos</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Análisis</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search transactions</source>
        <translation>Buscar movimientos</translation>
    </message>
    <message>
        <source>Activity: every sync</source>
        <translation>Actividad: cada sincronización</translation>
    </message>
    <message>
        <source>Activity: every change</source>
        <translation>Actividad: cada cambio</translation>
    </message>
    <message>
        <source>Activity: the log</source>
        <translation>Actividad: el registro</translation>
    </message>
    <message>
        <source>Sync now: {bank}</source>
        <translation>Sincronizar ahora: {bank}</translation>
    </message>
    <message>
        <source>Sign in again: {bank}</source>
        <translation>Iniciar sesión de nuevo: {bank}</translation>
    </message>
    <message>
        <source>Ask the bank to refresh: {bank}</source>
        <translation>Pedir novedades al banco: {bank}</translation>
    </message>
    <message>
        <source>Remove the connection: {bank}</source>
        <translation>Quitar la conexión: {bank}</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>Type what you want done</source>
        <translation>Escriba qué quiere hacer</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Nothing of that name can be done</source>
        <translation>No se puede hacer nada con ese nombre</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Done: {what}.</source>
        <translation>Hecho: {what}.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>Pasa por sí solo</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Conviene saber</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Aplazado</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>One purchase or two: {payee}</source>
        <translation>Una compra o dos: {payee}</translation>
    </message>
    <message>
        <source>A transfer of your own: {payee}</source>
        <translation>Un traspaso propio: {payee}</translation>
    </message>
    <message>
        <source>The bank now says otherwise: {payee}</source>
        <translation>El banco ahora dice otra cosa: {payee}</translation>
    </message>
    <message>
        <source>The bank took it back: {payee}</source>
        <translation>El banco lo retiró: {payee}</translation>
    </message>
    <message>
        <source>Keep the rows</source>
        <translation>Conservar los movimientos</translation>
    </message>
    <message numerus="yes">
        <source>The bank took back {n} transactions of {account} at once. That many are seldom meant, so nothing was removed yet: they still count here.</source>
        <translation>
            <numerusform>El banco retiró {n} movimiento de {account} de una vez. Rara vez se quieren tantos, así que aún no se quitó nada: siguen contando aquí.</numerusform>
            <numerusform>El banco retiró {n} movimientos de {account} de una vez. Rara vez se quieren tantos, así que aún no se quitó nada: siguen contando aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Says it again then, if it is still so; until then it is only listed here</source>
        <translation>Lo dice otra vez entonces, si sigue igual; hasta entonces solo aparece aquí</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Consent ends</source>
        <translation>Fin del consentimiento</translation>
    </message>
    <message>
        <source>Show what was kept aside</source>
        <translation>Mostrar lo apartado</translation>
    </message>
    <message>
        <source>The bank took back a transaction of {account} that it should not have. Nothing was removed yet: it still counts here.</source>
        <translation>El banco retiró un movimiento de {account} que no debería. Aún no se quitó nada: sigue contando aquí.</translation>
    </message>
    <message>
        <source>The balance that the bank gave when the account was last proved, and everything booked since, do not add up to the balance that it gives now. Nothing is booked to hide that.</source>
        <translation>El saldo que el banco dio cuando se comprobó la cuenta por última vez y todo lo contabilizado desde entonces no suman el saldo que da ahora. No se contabiliza nada para ocultarlo.</translation>
    </message>
    <message>
        <source>Not readable by this version</source>
        <translation>Ilegible para esta versión</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Avisado</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Aplazado hasta</translation>
    </message>
    <message>
        <source>Connection ends</source>
        <translation>Fin de la conexión</translation>
    </message>
    <message numerus="yes">
        <source>Apply removals ({n})</source>
        <translation>
            <numerusform>Aplicar retirada ({n})</numerusform>
            <numerusform>Aplicar retiradas ({n})</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with the bank&apos;s own site. Apply the removals if the rows are gone there too, else keep them. Either can be undone.</source>
        <translation>Compare con la web del banco. Aplique las retiradas si los movimientos tampoco están allí; si no, consérvelos. Ambas cosas se pueden deshacer.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>It may come from one of these:</source>
        <translation>Puede deberse a algo de esto:</translation>
    </message>
    <message>
        <source>No row here explains it. A transaction may be missing or doubled: compare the days since then with the bank&apos;s own site.</source>
        <translation>Ningún movimiento lo explica. Quizá falte uno o esté duplicado: compare los días desde entonces con la web del banco.</translation>
    </message>
    <message>
        <source>Show it under Open</source>
        <translation>Mostrarlo en Abierto</translation>
    </message>
    <message>
        <source>Rows to look at</source>
        <translation>Movimientos que mirar</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Recordármelo luego</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>y {n} más</numerusform>
            <numerusform>y {n} más</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Movimientos</translation>
    </message>
    <message>
        <source>Rows that it took back</source>
        <translation>Movimientos que retiró</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Bank&apos;s data as of</source>
        <translation>Datos del banco a</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>The bank says</source>
        <translation>El banco dice</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Más antiguo</translation>
    </message>
    <message>
        <source>Open problems</source>
        <translation>Problemas abiertos</translation>
    </message>
    <message>
        <source>Nothing needs your attention</source>
        <translation>Nada requiere su atención</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Mirando</translation>
    </message>
    <message>
        <source>Last looked {when}</source>
        <translation>Mirado por última vez {when}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Partes de esta página</translation>
    </message>
    <message>
        <source>You are told again then, if it is still so.</source>
        <translation>Se le avisará otra vez entonces, si sigue igual.</translation>
    </message>
    <message>
        <source>Told before</source>
        <translation>Avisado antes</translation>
    </message>
    <message>
        <source>The details were copied, without secrets.</source>
        <translation>Los detalles se copiaron, sin secretos.</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>En una hora</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Mañana por la mañana</translation>
    </message>
    <message>
        <source>{answer}: all {n}</source>
        <translation>{answer}: los {n}</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>S</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Your answer is kept, and the same is not suggested again. In the list, {yes} and {no} answer; Shift and the arrow keys choose several.</source>
        <translation>Su respuesta se conserva y no se vuelve a sugerir lo mismo. En la lista responden {yes} y {no}; Mayús y las flechas eligen varios.</translation>
    </message>
    <message>
        <source>A pending transaction is gone at the bank, and one of another amount was booked. They may be one purchase, such as a meal with a tip. As one row it keeps what you typed on either.</source>
        <translation>Un movimiento pendiente ya no está en el banco y se contabilizó otro con distinto importe. Quizá sean una sola compra, como una comida con propina. Como uno solo conserva lo que usted escribió en cualquiera de los dos.</translation>
    </message>
    <message>
        <source>In the list: the key {key}</source>
        <translation>En la lista: la tecla {key}</translation>
    </message>
    <message>
        <source>Money left one of your accounts and as much reached another. As a transfer it is neither spending nor income.</source>
        <translation>Salió dinero de una de sus cuentas y llegó lo mismo a otra. Como traspaso no es gasto ni ingreso.</translation>
    </message>
    <message>
        <source>The pairs</source>
        <translation>Las parejas</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Lo suyo</translation>
    </message>
    <message>
        <source>The bank&apos;s</source>
        <translation>Lo del banco</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Amount that was split</source>
        <translation>Importe dividido</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message numerus="yes">
        <source>{n} suggested matches</source>
        <translation>
            <numerusform>{n} coincidencia sugerida</numerusform>
            <numerusform>{n} coincidencias sugeridas</numerusform>
        </translation>
    </message>
    <message>
        <source>Your answer is given to all of them, as one step of undo.</source>
        <translation>Su respuesta vale para todas, como un solo paso que deshacer.</translation>
    </message>
    <message>
        <source>They are one</source>
        <translation>Son uno</translation>
    </message>
    <message>
        <source>They are two</source>
        <translation>Son dos</translation>
    </message>
    <message>
        <source>It is a transfer</source>
        <translation>Es un traspaso</translation>
    </message>
    <message>
        <source>It is none</source>
        <translation>No lo es</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Sugerido</translation>
    </message>
    <message>
        <source>You changed this row, and the bank has changed what it says of it since.</source>
        <translation>Usted cambió este movimiento y desde entonces el banco dice otra cosa.</translation>
    </message>
    <message>
        <source>You had edited this row when the bank took it back. It is still in sight, and in no total.</source>
        <translation>Usted había editado este movimiento cuando el banco lo retiró. Sigue a la vista, pero en ningún total.</translation>
    </message>
    <message>
        <source>Restored, it counts again, and the account&apos;s balance may differ from the bank&apos;s.</source>
        <translation>Restaurado, vuelve a contar, y el saldo de la cuenta puede diferir del del banco.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>What is said of it</source>
        <translation>Lo que se dice de él</translation>
    </message>
    <message>
        <source>Take the bank&apos;s</source>
        <translation>Tomar lo del banco</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar lo mío</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Dejarlo ir</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Restaurarlo</translation>
    </message>
    <message numerus="yes">
        <source>{n} parts</source>
        <translation>
            <numerusform>{n} parte</numerusform>
            <numerusform>{n} partes</numerusform>
        </translation>
    </message>
    <message>
        <source>What was told before</source>
        <translation>Lo que se avisó antes</translation>
    </message>
    <message>
        <source>Nothing was told so far</source>
        <translation>Hasta ahora no se avisó de nada</translation>
    </message>
    <message>
        <source>What needs your attention is told once, and kept here for half a year.</source>
        <translation>Lo que requiere su atención se avisa una vez y se conserva aquí medio año.</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>aún sin leer</translation>
    </message>
    <message>
        <source>1 thing needs your attention</source>
        <translation>1 cosa requiere su atención</translation>
    </message>
    <message numerus="yes">
        <source>{n} things need your attention</source>
        <translation>
            <numerusform>{n} cosa requiere su atención</numerusform>
            <numerusform>{n} cosas requieren su atención</numerusform>
        </translation>
    </message>
    <message>
        <source>1 question to answer</source>
        <translation>1 pregunta por responder</translation>
    </message>
    <message numerus="yes">
        <source>{n} questions to answer</source>
        <translation>
            <numerusform>{n} pregunta por responder</numerusform>
            <numerusform>{n} preguntas por responder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{rows}, page {page}</source>
        <translation>{rows}, página {page}</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Sincronizando</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>Esperando para empezar</translation>
    </message>
    <message>
        <source>Saving {done} of {rows}</source>
        <translation>Guardando {done} de {rows}</translation>
    </message>
    <message>
        <source>Asking the bank</source>
        <translation>Preguntando al banco</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>Pulse</name>
    <message>
        <source>1 sync in 24 hours</source>
        <translation>1 sincronización en 24 horas</translation>
    </message>
    <message>
        <source>From {when}: {succeeded} succeeded, {failed} failed, {rows} rows changed</source>
        <translation>Desde {when}: {succeeded} correctas, {failed} fallidas, {rows} movimientos cambiados</translation>
    </message>
    <message>
        <source>Syncs of the last 24 hours, and the queue</source>
        <translation>Sincronizaciones de las últimas 24 horas y la cola</translation>
    </message>
    <message>
        <source>What was kept aside, on the Problems page</source>
        <translation>Lo apartado, en la página Problemas</translation>
    </message>
    <message>
        <source>Rows and requests that could not be carried out. Nothing of them is lost.</source>
        <translation>Movimientos y peticiones que no se pudieron llevar a cabo. No se pierde nada.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows changed</source>
        <translation>
            <numerusform>{n} movimiento cambiado</numerusform>
            <numerusform>{n} movimientos cambiados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} syncs in 24 hours</source>
        <translation>
            <numerusform>{n} sincronización en 24 horas</numerusform>
            <numerusform>{n} sincronizaciones en 24 horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} failed</source>
        <translation>
            <numerusform>{n} fallida</numerusform>
            <numerusform>{n} fallidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message numerus="yes">
        <source>{n} running</source>
        <translation>
            <numerusform>{n} en curso</numerusform>
            <numerusform>{n} en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} waiting</source>
        <translation>
            <numerusform>{n} en espera</numerusform>
            <numerusform>{n} en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>next try: {when}</source>
        <translation>próximo intento: {when}</translation>
    </message>
    <message numerus="yes">
        <source>{n} kept aside</source>
        <translation>
            <numerusform>{n} apartado</numerusform>
            <numerusform>{n} apartados</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest {when}</source>
        <translation>el más antiguo {when}</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nada en espera</translation>
    </message>
</context>
<context>
    <name>RealTime</name>
    <message numerus="yes">
        <source>{n} events caught up after {length}</source>
        <translation>
            <numerusform>{n} evento recuperado en {length}</numerusform>
            <numerusform>{n} eventos recuperados en {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>News come with the next sync by the clock; no relay is paired. Press to set it up.</source>
        <translation>Las novedades llegan con la próxima sincronización programada; no hay ningún relay emparejado. Pulse para configurarlo.</translation>
    </message>
    <message>
        <source>Banks&apos; news come by themselves; syncing by the clock is the safety net.</source>
        <translation>Las novedades de los bancos llegan solas; la sincronización programada es la red de seguridad.</translation>
    </message>
    <message>
        <source>Last heard from the relay {age} ago.</source>
        <translation>Última señal del relay hace {age}.</translation>
    </message>
    <message>
        <source>1 event caught up after {length}</source>
        <translation>1 evento recuperado en {length}</translation>
    </message>
    <message>
        <source>They come over one connection that stays open.</source>
        <translation>Llegan por una conexión que permanece abierta.</translation>
    </message>
    <message>
        <source>A lasting connection does not hold here, so the relay is asked again and again.</source>
        <translation>Aquí no se mantiene una conexión permanente, así que se pregunta al relay una y otra vez.</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Sin configurar</translation>
    </message>
    <message>
        <source>Real time: not set up</source>
        <translation>Tiempo real: sin configurar</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Real time: on</source>
        <translation>Tiempo real: activo</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>Sin contacto</translation>
    </message>
    <message>
        <source>Tried again in {length}.</source>
        <translation>Se reintenta en {length}.</translation>
    </message>
    <message>
        <source>Nothing is lost: syncing by the clock goes on.</source>
        <translation>No se pierde nada: la sincronización programada continúa.</translation>
    </message>
    <message>
        <source>Nothing was heard from the relay yet.</source>
        <translation>Aún no hay señal del relay.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Real time: connecting</source>
        <translation>Tiempo real: conectando</translation>
    </message>
    <message>
        <source>Catching up with what came meanwhile</source>
        <translation>Recuperando lo que llegó entretanto</translation>
    </message>
    <message>
        <source>Real time: catching up</source>
        <translation>Tiempo real: recuperando</translation>
    </message>
    <message>
        <source>The relay no longer knows this computer: pair again</source>
        <translation>El relay ya no conoce este equipo: emparejar de nuevo</translation>
    </message>
    <message>
        <source>Real time: pair again</source>
        <translation>Tiempo real: emparejar de nuevo</translation>
    </message>
    <message>
        <source>No contact for {length}</source>
        <translation>Sin contacto desde hace {length}</translation>
    </message>
    <message>
        <source>Real time: no contact for {length}</source>
        <translation>Tiempo real: sin contacto desde hace {length}</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Recuperando</translation>
    </message>
    <message>
        <source>Pair again</source>
        <translation>Emparejar de nuevo</translation>
    </message>
    <message>
        <source>On, last heard from {age} ago</source>
        <translation>Activo, última señal hace {age}</translation>
    </message>
    <message>
        <source>Real time: on, heard {age} ago</source>
        <translation>Tiempo real: activo, señal hace {age}</translation>
    </message>
    <message>
        <source>Real time: {what}</source>
        <translation>Tiempo real: {what}</translation>
    </message>
    <message numerus="yes">
        <source>{n} caught up</source>
        <translation>
            <numerusform>{n} recuperado</numerusform>
            <numerusform>{n} recuperados</numerusform>
        </translation>
    </message>
    <message>
        <source>Plaid sent news {when} that did not arrive; they come with the next sync.</source>
        <translation>Plaid envió novedades {when} que no llegaron; llegan con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Plaid could not be told where news go; tried again with the next sync.</source>
        <translation>No se pudo decir a Plaid adónde van las novedades; se reintenta con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Plaid sent news that did not arrive; they come with the next sync.</source>
        <translation>Plaid envió novedades que no llegaron; llegan con la próxima sincronización.</translation>
    </message>
    <message>
        <source>News come with the next sync by the clock.</source>
        <translation>Las novedades llegan con la próxima sincronización programada.</translation>
    </message>
    <message>
        <source>Plaid is being told where news go.</source>
        <translation>Se está diciendo a Plaid adónde van las novedades.</translation>
    </message>
    <message>
        <source>Plaid knows where news go; none came yet.</source>
        <translation>Plaid sabe adónde van las novedades; aún no llegó ninguna.</translation>
    </message>
    <message>
        <source>News come by themselves.</source>
        <translation>Las novedades llegan solas.</translation>
    </message>
    <message>
        <source>News come by themselves, the last {when}.</source>
        <translation>Las novedades llegan solas, la última {when}.</translation>
    </message>
    <message>
        <source>No bank is connected yet.</source>
        <translation>Aún no hay ningún banco conectado.</translation>
    </message>
    <message>
        <source>Last asked for news {when}</source>
        <translation>Última consulta de novedades {when}</translation>
    </message>
    <message>
        <source>Shut {name} out? It reads no news from now on, and can come back only by a new code.</source>
        <translation>¿Excluir a {name}? Desde ahora no lee novedades y solo puede volver con un código nuevo.</translation>
    </message>
    <message>
        <source>Choose “Another computer of yours is paired already” there, and type its code here. Take a code only from a screen that you see yourself: whoever it is from reads along.</source>
        <translation>Elija allí «Otro equipo suyo ya está emparejado» y escriba aquí su código. Tome un código solo de una pantalla que vea usted mismo: quien lo tenga también lee.</translation>
    </message>
    <message>
        <source>Cancel letting it in</source>
        <translation>Cancelar la admisión</translation>
    </message>
    <message>
        <source>The relay is told</source>
        <translation>Se informa al relay</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Never asked for anything yet</source>
        <translation>Aún no preguntó nada</translation>
    </message>
    <message>
        <source>Shut out...</source>
        <translation>Excluir...</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Let another computer in</source>
        <translation>Admitir otro equipo</translation>
    </message>
    <message>
        <source>Let it in</source>
        <translation>Admitirlo</translation>
    </message>
    <message>
        <source>Let the other computer in</source>
        <translation>Admitir el otro equipo</translation>
    </message>
    <message>
        <source>The other computer&apos;s code</source>
        <translation>El código del otro equipo</translation>
    </message>
    <message>
        <source>The answer, for the other computer</source>
        <translation>La respuesta, para el otro equipo</translation>
    </message>
    <message>
        <source>Copy the answer for the other computer</source>
        <translation>Copiar la respuesta para el otro equipo</translation>
    </message>
    <message>
        <source>Now type this answer at the other computer.</source>
        <translation>Escriba ahora esta respuesta en el otro equipo.</translation>
    </message>
    <message>
        <source>Shut out the computer {name}</source>
        <translation>Excluir el equipo {name}</translation>
    </message>
    <message>
        <source>Where this computer has a public address or a tunnel, Plaid can tell it straight: start BudgetSync with BUDGETSYNC_WEBHOOK_LISTEN and PLAID_WEBHOOK_URL set. The README says how.</source>
        <translation>Si este equipo tiene una dirección pública o un túnel, Plaid puede avisarle directamente: inicie BudgetSync con BUDGETSYNC_WEBHOOK_LISTEN y PLAID_WEBHOOK_URL. El README explica cómo.</translation>
    </message>
    <message>
        <source>Listens at {address}</source>
        <translation>Escucha en {address}</translation>
    </message>
    <message>
        <source>Plaid is told to send news to {address}</source>
        <translation>Plaid debe enviar las novedades a {address}</translation>
    </message>
    <message>
        <source>Plaid knows no address that leads here: set PLAID_WEBHOOK_URL to the public one.</source>
        <translation>Plaid no conoce ninguna dirección que lleve aquí: ponga la pública en PLAID_WEBHOOK_URL.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>The last news, newest first</source>
        <translation>Las últimas novedades, primero la más reciente</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>aún desconocido</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Llegada</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banco</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Novedad</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Qué resultó</translation>
    </message>
    <message>
        <source>through the relay</source>
        <translation>por el relay</translation>
    </message>
    <message>
        <source>straight from Plaid</source>
        <translation>directo de Plaid</translation>
    </message>
    <message>
        <source>Sync number {number}</source>
        <translation>Sincronización número {number}</translation>
    </message>
    <message>
        <source>From arrival to rows, in the last 24 hours: half within {half}, 95 of 100 within {most}, 99 of 100 within {nearly}.</source>
        <translation>De la llegada a los movimientos, en las últimas 24 horas: la mitad en {half}, 95 de 100 en {most}, 99 de 100 en {nearly}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} were turned away and changed nothing: {reasons}.</source>
        <translation>
            <numerusform>{n} se rechazaron y no cambiaron nada: {reasons}.</numerusform>
            <numerusform>{n} se rechazaron y no cambiaron nada: {reasons}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} wait until Plaid can be asked for their key.</source>
        <translation>
            <numerusform>{n} esperan hasta que se pueda pedir su clave a Plaid.</numerusform>
            <numerusform>{n} esperan hasta que se pueda pedir su clave a Plaid.</numerusform>
        </translation>
    </message>
    <message>
        <source>None came yet. They are listed here as they come.</source>
        <translation>Aún no llegó ninguna. Aquí se enumeran según llegan.</translation>
    </message>
    <message>
        <source>1 was turned away and changed nothing: {reasons}.</source>
        <translation>1 se rechazó y no cambió nada: {reasons}.</translation>
    </message>
    <message>
        <source>1 waits until Plaid can be asked for its key.</source>
        <translation>1 espera hasta que se pueda pedir su clave a Plaid.</translation>
    </message>
    <message>
        <source>None was followed by a sync in the last 24 hours.</source>
        <translation>A ninguna siguió una sincronización en las últimas 24 horas.</translation>
    </message>
    <message>
        <source>that there is something new: the id of a connection and a code, such as “new transactions”</source>
        <translation>que hay algo nuevo: el identificador de una conexión y un código, como «movimientos nuevos»</translation>
    </message>
    <message>
        <source>when that was, and from which internet address this computer asks for it</source>
        <translation>cuándo fue y desde qué dirección de Internet lo pide este equipo</translation>
    </message>
    <message>
        <source>read a transaction, a balance, a name or an account number: none is in the news</source>
        <translation>leer un movimiento, un saldo, un nombre o un número de cuenta: nada de eso va en las novedades</translation>
    </message>
    <message>
        <source>sign in anywhere: it holds no key of yours, neither to a bank nor to Plaid</source>
        <translation>iniciar sesión en ningún sitio: no tiene ninguna clave suya, ni de un banco ni de Plaid</translation>
    </message>
    <message>
        <source>make news up: each is signed by Plaid, and checked on this computer</source>
        <translation>inventar novedades: cada una va firmada por Plaid y se comprueba en este equipo</translation>
    </message>
    <message>
        <source>read what it keeps: it is sealed for your computers as soon as it comes in</source>
        <translation>leer lo que guarda: se sella para sus equipos en cuanto llega</translation>
    </message>
    <message>
        <source>lose you a transaction: what it drops comes with the next sync by the clock</source>
        <translation>hacerle perder un movimiento: lo que descarta llega con la próxima sincronización programada</translation>
    </message>
    <message>
        <source>It sees in passing</source>
        <translation>Ve de paso</translation>
    </message>
    <message>
        <source>It cannot</source>
        <translation>No puede</translation>
    </message>
    <message>
        <source>Who knows it can send something here, and read nothing. Change it if it became known.</source>
        <translation>Quien la conozca puede enviar algo aquí, y no leer nada. Cámbiela si se ha difundido.</translation>
    </message>
    <message>
        <source>Leave the relay? Its keys are deleted here, and the mailbox is closed if no other computer reads it. News then come with the sync by the clock; nothing in the ledger changes.</source>
        <translation>¿Dejar el relay? Sus claves se borran aquí y el buzón se cierra si ningún otro equipo lo lee. Las novedades llegan entonces con la sincronización programada; en el libro no cambia nada.</translation>
    </message>
    <message>
        <source>Give Plaid another address? It is told for every connection, and the present address is closed once all use the new one; no news are lost meanwhile.</source>
        <translation>¿Dar a Plaid otra dirección? Se comunica para cada conexión, y la actual se cierra cuando todas usan la nueva; entretanto no se pierde ninguna novedad.</translation>
    </message>
    <message>
        <source>Unpair...</source>
        <translation>Desemparejar...</translation>
    </message>
    <message>
        <source>Unpair this computer from the relay</source>
        <translation>Desemparejar este equipo del relay</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Cambiar...</translation>
    </message>
    <message>
        <source>Change the address for Plaid</source>
        <translation>Cambiar la dirección para Plaid</translation>
    </message>
    <message>
        <source>Address for Plaid</source>
        <translation>Dirección para Plaid</translation>
    </message>
    <message>
        <source>Copy the address for Plaid</source>
        <translation>Copiar la dirección para Plaid</translation>
    </message>
    <message>
        <source>Unpair</source>
        <translation>Desemparejar</translation>
    </message>
    <message>
        <source>The relay is being left</source>
        <translation>Dejando el relay</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Cambiar la dirección</translation>
    </message>
    <message>
        <source>The relay is asked for an address</source>
        <translation>Se pide una dirección al relay</translation>
    </message>
    <message>
        <source>Changed. Plaid is being told; the older address is closed after that.</source>
        <translation>Cambiada. Se está informando a Plaid; después se cierra la dirección anterior.</translation>
    </message>
    <message>
        <source>Cancel: {what}</source>
        <translation>Cancelar: {what}</translation>
    </message>
    <message>
        <source>Paired {when}.</source>
        <translation>Emparejado {when}.</translation>
    </message>
    <message>
        <source>You get address and invite from whoever runs the relay; it may be you.</source>
        <translation>La dirección y la invitación se las da quien administra el relay; puede ser usted.</translation>
    </message>
    <message>
        <source>Cancel pairing</source>
        <translation>Cancelar el emparejamiento</translation>
    </message>
    <message>
        <source>Both then read the same mailbox. Type the relay&apos;s address above and show the code; it is typed at the other computer, which shows one for here.</source>
        <translation>Ambos leen entonces el mismo buzón. Escriba arriba la dirección del relay y muestre el código; se escribe en el otro equipo, que muestra uno para aquí.</translation>
    </message>
    <message>
        <source>Another computer of yours is paired already</source>
        <translation>Otro equipo suyo ya está emparejado</translation>
    </message>
    <message>
        <source>Cancel joining</source>
        <translation>Cancelar la unión</translation>
    </message>
    <message>
        <source>The mailbox is being joined</source>
        <translation>Uniéndose al buzón</translation>
    </message>
    <message>
        <source>Pair with a relay</source>
        <translation>Emparejar con un relay</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Invite</source>
        <translation>&amp;Invitación</translation>
    </message>
    <message>
        <source>if the relay wants one</source>
        <translation>si el relay pide una</translation>
    </message>
    <message>
        <source>&amp;Name here</source>
        <translation>&amp;Nombre aquí</translation>
    </message>
    <message>
        <source>Name of this computer, for your other ones</source>
        <translation>Nombre de este equipo, para los demás suyos</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Emparejar</translation>
    </message>
    <message>
        <source>Pair this computer with the relay</source>
        <translation>Emparejar este equipo con el relay</translation>
    </message>
    <message>
        <source>The relay is asked for a mailbox</source>
        <translation>Se pide un buzón al relay</translation>
    </message>
    <message>
        <source>Paired. Plaid is told where news go from now on.</source>
        <translation>Emparejado. Desde ahora se dice a Plaid adónde van las novedades.</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Mostrar el código</translation>
    </message>
    <message>
        <source>Show the code for a computer that is paired already</source>
        <translation>Mostrar el código para un equipo ya emparejado</translation>
    </message>
    <message>
        <source>The code for the other computer</source>
        <translation>El código para el otro equipo</translation>
    </message>
    <message>
        <source>Copy the code for the other computer</source>
        <translation>Copiar el código para el otro equipo</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Join the other computer&apos;s mailbox</source>
        <translation>Unirse al buzón del otro equipo</translation>
    </message>
    <message>
        <source>A code is being made</source>
        <translation>Creando un código</translation>
    </message>
    <message>
        <source>Type this code at the other computer, and its answer below.</source>
        <translation>Escriba este código en el otro equipo, y su respuesta abajo.</translation>
    </message>
    <message>
        <source>Joined. News reach this computer too.</source>
        <translation>Unido. Las novedades llegan también a este equipo.</translation>
    </message>
    <message>
        <source>Plaid tells news as they happen, but only to an address on the internet, which this computer does not have. A relay is a small server that takes them in and keeps them until this computer asks. Without one, news come with the sync by the clock.</source>
        <translation>Plaid comunica las novedades al momento, pero solo a una dirección de Internet, que este equipo no tiene. Un relay es un pequeño servidor que las recibe y las guarda hasta que este equipo pregunta. Sin él, llegan con la sincronización programada.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>The last news</source>
        <translation>Últimas novedades</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Without a relay</source>
        <translation>Sin relay</translation>
    </message>
    <message>
        <source>What a relay sees, and what it cannot do</source>
        <translation>Qué ve un relay y qué no puede hacer</translation>
    </message>
    <message>
        <source>Goes to the relay as news from Plaid would, and comes back here. It is about no bank and is kept nowhere.</source>
        <translation>Va al relay como las novedades de Plaid y vuelve aquí. No trata de ningún banco y no se guarda en ningún sitio.</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Cancelar la prueba</translation>
    </message>
    <message>
        <source>The relay took it in after {length}</source>
        <translation>El relay lo recibió tras {length}</translation>
    </message>
    <message>
        <source>It came back to this computer after {length}</source>
        <translation>Volvió a este equipo tras {length}</translation>
    </message>
    <message>
        <source>It could not be sent</source>
        <translation>No se pudo enviar</translation>
    </message>
    <message>
        <source>The relay did not take it in</source>
        <translation>El relay no lo recibió</translation>
    </message>
    <message>
        <source>It did not come back to this computer</source>
        <translation>No volvió a este equipo</translation>
    </message>
    <message>
        <source>Send a test event</source>
        <translation>Enviar un evento de prueba</translation>
    </message>
    <message>
        <source>Test from end to end</source>
        <translation>Prueba de extremo a extremo</translation>
    </message>
    <message>
        <source>A test event is on its way</source>
        <translation>Un evento de prueba está en camino</translation>
    </message>
    <message>
        <source>It did not come back. News come with the sync by the clock.</source>
        <translation>No volvió. Las novedades llegan con la sincronización programada.</translation>
    </message>
    <message>
        <source>Sent to the public address</source>
        <translation>Enviado a la dirección pública</translation>
    </message>
    <message>
        <source>News reach this computer.</source>
        <translation>Las novedades llegan a este equipo.</translation>
    </message>
    <message>
        <source>not signed as Plaid signs</source>
        <translation>no firmadas como firma Plaid</translation>
    </message>
    <message>
        <source>New transactions</source>
        <translation>Movimientos nuevos</translation>
    </message>
    <message>
        <source>First transactions</source>
        <translation>Primeros movimientos</translation>
    </message>
    <message>
        <source>Older transactions</source>
        <translation>Movimientos antiguos</translation>
    </message>
    <message>
        <source>News (older notice)</source>
        <translation>Novedades (aviso antiguo)</translation>
    </message>
    <message>
        <source>Transactions taken back</source>
        <translation>Movimientos retirados</translation>
    </message>
    <message>
        <source>Recurring payments</source>
        <translation>Pagos recurrentes</translation>
    </message>
    <message>
        <source>Trouble at the bank</source>
        <translation>Problema en el banco</translation>
    </message>
    <message>
        <source>Access ends soon</source>
        <translation>El acceso termina pronto</translation>
    </message>
    <message>
        <source>Access was taken back</source>
        <translation>Se retiró el acceso</translation>
    </message>
    <message>
        <source>An account was taken back</source>
        <translation>Se retiró una cuenta</translation>
    </message>
    <message>
        <source>New accounts</source>
        <translation>Cuentas nuevas</translation>
    </message>
    <message>
        <source>The login works again</source>
        <translation>El inicio de sesión vuelve a funcionar</translation>
    </message>
    <message>
        <source>New address accepted</source>
        <translation>Dirección nueva aceptada</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>Aún sin abrir</translation>
    </message>
    <message>
        <source>waits to be checked</source>
        <translation>espera comprobación</translation>
    </message>
    <message>
        <source>is being synced</source>
        <translation>se está sincronizando</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>anotado</translation>
    </message>
    <message>
        <source>about no connection here</source>
        <translation>de ninguna conexión de aquí</translation>
    </message>
    <message>
        <source>given up, see Problems</source>
        <translation>abandonado, vea Problemas</translation>
    </message>
    <message>
        <source>acted on</source>
        <translation>atendido</translation>
    </message>
    <message>
        <source>acted on after {length}</source>
        <translation>atendido tras {length}</translation>
    </message>
    <message>
        <source>without a signature</source>
        <translation>sin firma</translation>
    </message>
    <message>
        <source>signed with a key that Plaid does not know</source>
        <translation>firmadas con una clave que Plaid no conoce</translation>
    </message>
    <message>
        <source>signed with a key that is no longer valid</source>
        <translation>firmadas con una clave que ya no es válida</translation>
    </message>
    <message>
        <source>with a wrong signature</source>
        <translation>con una firma errónea</translation>
    </message>
    <message>
        <source>altered after they were signed</source>
        <translation>alteradas tras firmarse</translation>
    </message>
    <message>
        <source>too old, or sent again by somebody</source>
        <translation>demasiado antiguas o reenviadas por alguien</translation>
    </message>
    <message>
        <source>dated ahead of this computer&apos;s clock</source>
        <translation>con fecha adelantada al reloj de este equipo</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>demasiado grandes</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>ilegibles</translation>
    </message>
    <message>
        <source>for another environment</source>
        <translation>de otro entorno</translation>
    </message>
</context>
<context>
    <name>Recurring</name>
    <message>
        <source>1 payment comes again and again.</source>
        <translation>1 pago se repite.</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>1 día de retraso</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Cada semana</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>Cada dos semanas</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Cada mes</translation>
    </message>
    <message>
        <source>Every quarter</source>
        <translation>Cada trimestre</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Cada año</translation>
    </message>
    <message numerus="yes">
        <source>{n} payments come again and again.</source>
        <translation>
            <numerusform>{n} pago se repite.</numerusform>
            <numerusform>{n} pagos se repiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is late.</source>
        <translation>1 se retrasa.</translation>
    </message>
    <message>
        <source>1 has ended.</source>
        <translation>1 ha terminado.</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Previsto el</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Con qué frecuencia</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Sumando</translation>
    </message>
    <message>
        <source>Nothing that comes again was found. It takes three times to be noticed.</source>
        <translation>No se encontró nada que se repita. Hacen falta tres veces para notarlo.</translation>
    </message>
    <message numerus="yes">
        <source>{n} are late.</source>
        <translation>
            <numerusform>{n} se retrasa.</numerusform>
            <numerusform>{n} se retrasan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} have ended.</source>
        <translation>
            <numerusform>{n} ha terminado.</numerusform>
            <numerusform>{n} han terminado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {n} days</source>
        <translation>
            <numerusform>En {n} día</numerusform>
            <numerusform>En {n} días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days late</source>
        <translation>
            <numerusform>{n} día de retraso</numerusform>
            <numerusform>{n} días de retraso</numerusform>
        </translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation>unos {amount}</translation>
    </message>
</context>
<context>
    <name>Refreshing</name>
    <message>
        <source>Ask {bank} itself for news now? Your Plaid plan may charge for each time. Sync now is free.</source>
        <translation>¿Preguntar ahora al propio {bank} por novedades? Su plan de Plaid puede cobrarlo cada vez. Sincronizar ahora es gratis.</translation>
    </message>
    <message>
        <source>Ask the bank</source>
        <translation>Preguntar al banco</translation>
    </message>
    <message>
        <source>{bank} is asked. What it says is fetched in less than a minute.</source>
        <translation>Se pregunta a {bank}. Lo que diga se obtiene en menos de un minuto.</translation>
    </message>
    <message>
        <source>The bank</source>
        <translation>El banco</translation>
    </message>
    <message>
        <source>{bank} was asked, but the sync after it failed. The next sync tells.</source>
        <translation>Se preguntó a {bank}, pero falló la sincronización posterior. La próxima lo dirá.</translation>
    </message>
    <message>
        <source>{bank} had news: {counts}.</source>
        <translation>{bank} tenía novedades: {counts}.</translation>
    </message>
    <message>
        <source>{bank} was asked and has nothing new.</source>
        <translation>Se preguntó a {bank} y no hay nada nuevo.</translation>
    </message>
</context>
<context>
    <name>Remove</name>
    <message>
        <source>BudgetSync no longer fetches from this bank. The key is deleted at the provider and on this computer.</source>
        <translation>BudgetSync ya no obtiene nada de este banco. La clave se borra en el proveedor y en este equipo.</translation>
    </message>
    <message numerus="yes">
        <source>Its {n} transactions stay, with all that you changed.</source>
        <translation>
            <numerusform>Su {n} movimiento se queda, con todo lo que usted cambió.</numerusform>
            <numerusform>Sus {n} movimientos se quedan, con todo lo que usted cambió.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its accounts and their {n} transactions go for good, with your categories, notes and tags on them. This cannot be undone. A backup is made first; delete that too where nothing is to be left.</source>
        <translation>
            <numerusform>Sus cuentas y su {n} movimiento desaparecen para siempre, con sus categorías, notas y etiquetas. Esto no se puede deshacer. Antes se hace una copia de seguridad; elimínela también si no debe quedar nada.</numerusform>
            <numerusform>Sus cuentas y sus {n} movimientos desaparecen para siempre, con sus categorías, notas y etiquetas. Esto no se puede deshacer. Antes se hace una copia de seguridad; elimínela también si no debe quedar nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {total} accounts were deleted with all their transactions.</source>
        <translation>
            <numerusform>Se eliminó {n} de {total} cuentas con todos sus movimientos.</numerusform>
            <numerusform>Se eliminaron {n} de {total} cuentas con todos sus movimientos.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep the history</source>
        <translation>&amp;Conservar el historial</translation>
    </message>
    <message>
        <source>&amp;Delete the history</source>
        <translation>&amp;Eliminar el historial</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove nothing</source>
        <translation>No quitar nada</translation>
    </message>
    <message>
        <source>Remove the connection</source>
        <translation>Quitar la conexión</translation>
    </message>
    <message>
        <source>Remove the connection to {bank} and keep its history</source>
        <translation>Quitar la conexión con {bank} y conservar su historial</translation>
    </message>
    <message>
        <source>Remove and delete</source>
        <translation>Quitar y eliminar</translation>
    </message>
    <message>
        <source>Remove the connection to {bank} and delete its history</source>
        <translation>Quitar la conexión con {bank} y eliminar su historial</translation>
    </message>
    <message>
        <source>The key is being deleted at the provider and here.</source>
        <translation>La clave se está borrando en el proveedor y aquí.</translation>
    </message>
    <message>
        <source>A backup is made first, then the history is deleted.</source>
        <translation>Primero se hace una copia de seguridad y luego se elimina el historial.</translation>
    </message>
    <message>
        <source>Its key is worth nothing any more, at the provider and here.</source>
        <translation>Su clave ya no vale nada, ni en el proveedor ni aquí.</translation>
    </message>
    <message>
        <source>The provider could not be told, so the connection may still be there. Remove it in your account at the provider too.</source>
        <translation>No se pudo avisar al proveedor, así que la conexión puede seguir allí. Quítela también en su cuenta del proveedor.</translation>
    </message>
    <message numerus="yes">
        <source>Its {n} transactions stay. You can connect the bank again at any time.</source>
        <translation>
            <numerusform>Su {n} movimiento se queda. Puede conectar el banco de nuevo cuando quiera.</numerusform>
            <numerusform>Sus {n} movimientos se quedan. Puede conectar el banco de nuevo cuando quiera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the connection to {bank}</source>
        <translation>Quitar la conexión con {bank}</translation>
    </message>
    <message>
        <source>Removing the connection to {bank}</source>
        <translation>Quitando la conexión con {bank}</translation>
    </message>
    <message>
        <source>{bank} is disconnected</source>
        <translation>{bank} está desconectado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Backups still have them</source>
        <translation>Las copias de seguridad aún los tienen</translation>
    </message>
    <message>
        <source>{backup} and older ones, until you delete those.</source>
        <translation>{backup} y las anteriores, hasta que usted las elimine.</translation>
    </message>
    <message>
        <source>{bank} was not removed</source>
        <translation>{bank} no se quitó</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Keep the history of {bank}</source>
        <translation>Conservar el historial de {bank}</translation>
    </message>
    <message>
        <source>Delete the history of {bank}</source>
        <translation>Eliminar el historial de {bank}</translation>
    </message>
    <message>
        <source>Type {bank} to confirm</source>
        <translation>Escriba {bank} para confirmar</translation>
    </message>
    <message>
        <source>Type the &amp;name of the bank to confirm: {bank}</source>
        <translation>Escriba el &amp;nombre del banco para confirmar: {bank}</translation>
    </message>
    <message>
        <source>The others are shown by another connection, too, and stay.</source>
        <translation>Las demás las muestra también otra conexión, y se quedan.</translation>
    </message>
    <message>
        <source>Nothing was changed so far. Removed here all the same, the connection may go on at the provider until you remove it in your account there.</source>
        <translation>Hasta ahora no se cambió nada. Si aun así se quita aquí, la conexión puede seguir en el proveedor hasta que la quite allí en su cuenta.</translation>
    </message>
    <message>
        <source>Remove here all the same</source>
        <translation>Quitar aquí de todos modos</translation>
    </message>
    <message>
        <source>Leave {bank} connected</source>
        <translation>Dejar {bank} conectado</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>Listo: {title}</translation>
    </message>
    <message>
        <source>Try again to remove {bank}</source>
        <translation>Reintentar quitar {bank}</translation>
    </message>
    <message>
        <source>Remove {bank} here all the same</source>
        <translation>Quitar {bank} aquí de todos modos</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message numerus="yes">
        <source>{n} rows could not be read. They were kept aside; all others are in the ledger.</source>
        <translation>
            <numerusform>{n} movimiento no se pudo leer. Se apartó; todos los demás están en el libro.</numerusform>
            <numerusform>{n} movimientos no se pudieron leer. Se apartaron; todos los demás están en el libro.</numerusform>
        </translation>
    </message>
    <message>
        <source>No sync so far</source>
        <translation>Aún sin sincronizar</translation>
    </message>
    <message>
        <source>1 row could not be read. It was kept aside; all others are in the ledger.</source>
        <translation>1 movimiento no se pudo leer. Se apartó; todos los demás están en el libro.</translation>
    </message>
    <message>
        <source>Last sync: nothing new</source>
        <translation>Última sincronización: nada nuevo</translation>
    </message>
    <message>
        <source>Last sync: cancelled, nothing was changed</source>
        <translation>Última sincronización: cancelada, nada cambió</translation>
    </message>
    <message>
        <source>Last sync: interrupted, it starts over by itself</source>
        <translation>Última sincronización: interrumpida, empieza de nuevo sola</translation>
    </message>
    <message>
        <source>Last sync: did not finish, nothing was changed</source>
        <translation>Última sincronización: sin terminar, nada cambió</translation>
    </message>
    <message>
        <source>Sync is running</source>
        <translation>Sincronización en curso</translation>
    </message>
    <message>
        <source>Last sync: {counts}</source>
        <translation>Última sincronización: {counts}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Amount from</source>
        <translation>Importe desde</translation>
    </message>
    <message>
        <source>Amount to</source>
        <translation>Importe hasta</translation>
    </message>
    <message>
        <source>Direction of the money</source>
        <translation>Sentido del dinero</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>Entrada o salida</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Take out: {what}</source>
        <translation>Quitar: {what}</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Sin categoría</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>El año pasado</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Cualquier día</translation>
    </message>
    <message>
        <source>Days of your own</source>
        <translation>Días propios</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Search transactions</source>
        <translation>Buscar movimientos</translation>
    </message>
    <message>
        <source>Search: a payee, a word, &gt;20, category:...</source>
        <translation>Buscar: nombre, palabra, &gt;20, category:...</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Close the filters</source>
        <translation>Cerrar los filtros</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Any account</source>
        <translation>Cualquier cuenta</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>Cualquier categoría</translation>
    </message>
    <message>
        <source>Any tag or none</source>
        <translation>Cualquier etiqueta o ninguna</translation>
    </message>
    <message>
        <source>Pending or posted</source>
        <translation>Pendiente o contabilizado</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Cualquier fuente</translation>
    </message>
    <message>
        <source>Earlier search</source>
        <translation>Búsqueda anterior</translation>
    </message>
    <message>
        <source>“{part}”: {hint}</source>
        <translation>«{part}»: {hint}</translation>
    </message>
    <message>
        <source>1 new since you last looked</source>
        <translation>1 nuevo desde la última vez que miró</translation>
    </message>
    <message>
        <source>More than {n} new</source>
        <translation>Más de {n} nuevos</translation>
    </message>
    <message numerus="yes">
        <source>{n} new since you last looked</source>
        <translation>
            <numerusform>{n} nuevo desde la última vez que miró</numerusform>
            <numerusform>{n} nuevos desde la última vez que miró</numerusform>
        </translation>
    </message>
    <message>
        <source>New since you last looked</source>
        <translation>Nuevos desde la última vez que miró</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Qué se puede buscar</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Propuestas</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>Espera su respuesta</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>Sin categoría</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Cambiado por usted</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividido</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Traspaso</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Contabilizado</translation>
    </message>
    <message>
        <source>Removed by the bank</source>
        <translation>Quitado por el banco</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Payee as the bank says</source>
        <translation>Beneficiario según el banco</translation>
    </message>
    <message>
        <source>From a day on</source>
        <translation>Desde un día</translation>
    </message>
    <message>
        <source>Up to a day</source>
        <translation>Hasta un día</translation>
    </message>
    <message>
        <source>On a day, in a month or year</source>
        <translation>En un día, mes o año</translation>
    </message>
    <message>
        <source>State or mark</source>
        <translation>Estado o marca</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>7 days ago</source>
        <translation>Hace 7 días</translation>
    </message>
    <message>
        <source>30 days ago</source>
        <translation>Hace 30 días</translation>
    </message>
    <message>
        <source>90 days ago</source>
        <translation>Hace 90 días</translation>
    </message>
    <message>
        <source>Transaction {name}</source>
        <translation>Movimiento {name}</translation>
    </message>
    <message>
        <source>Changed by sync {name}</source>
        <translation>Cambiado por la sincronización {name}</translation>
    </message>
    <message>
        <source>Changed by edit {name}</source>
        <translation>Cambiado por la edición {name}</translation>
    </message>
    <message>
        <source>Account: {name}</source>
        <translation>Cuenta: {name}</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>Categoría: {name}</translation>
    </message>
    <message>
        <source>Tag: {name}</source>
        <translation>Etiqueta: {name}</translation>
    </message>
    <message>
        <source>Note: {name}</source>
        <translation>Nota: {name}</translation>
    </message>
    <message>
        <source>Payee: {name}</source>
        <translation>Beneficiario: {name}</translation>
    </message>
    <message>
        <source>Bank&apos;s payee: {name}</source>
        <translation>Beneficiario del banco: {name}</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Fuente: {name}</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} a {end}</translation>
    </message>
    <message>
        <source>not {what}</source>
        <translation>excepto {what}</translation>
    </message>
    <message>
        <source>More than this</source>
        <translation>Más que esto</translation>
    </message>
    <message>
        <source>Less than this</source>
        <translation>Menos que esto</translation>
    </message>
    <message>
        <source>Exactly this</source>
        <translation>Exactamente esto</translation>
    </message>
    <message>
        <source>Exactly this, money out</source>
        <translation>Exactamente esto, salida</translation>
    </message>
    <message>
        <source>Exactly this, money in</source>
        <translation>Exactamente esto, entrada</translation>
    </message>
    <message>
        <source>Exactly {low}</source>
        <translation>Exactamente {low}</translation>
    </message>
    <message>
        <source>{amount}, money out</source>
        <translation>{amount}, salida</translation>
    </message>
    <message>
        <source>{amount}, money in</source>
        <translation>{amount}, entrada</translation>
    </message>
    <message>
        <source>Up to {day}</source>
        <translation>Hasta el {day}</translation>
    </message>
    <message>
        <source>From {day} on</source>
        <translation>Desde el {day}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} de {year}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation>{low} o más</translation>
    </message>
    <message>
        <source>More than {low}</source>
        <translation>Más de {low}</translation>
    </message>
    <message>
        <source>{high} or less</source>
        <translation>{high} o menos</translation>
    </message>
    <message>
        <source>Less than {high}</source>
        <translation>Menos de {high}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>What the program did and what failed, line by line. Tokens, keys, account and card numbers are taken out.</source>
        <translation>Lo que hizo el programa y lo que falló, línea a línea. Sin tokens, claves ni números de cuenta o de tarjeta.</translation>
    </message>
    <message>
        <source>MIT licence. Drawn with Qt {qt} (LGPL) through PySide6.</source>
        <translation>Licencia MIT. Hecho con Qt {qt} (LGPL) mediante PySide6.</translation>
    </message>
    <message>
        <source>{names}. These are changed where the program is started, not here.</source>
        <translation>{names}. Esto se cambia donde se inicia el programa, no aquí.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the versions, for a report</source>
        <translation>Copiar las versiones, para un informe</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <translation>Abrir la carpeta del registro</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Set by the environment</source>
        <translation>Definido por el entorno</translation>
    </message>
    <message>
        <source>Nothing: all settings are those of this window and the ledger.</source>
        <translation>Nada: todos los ajustes son los de esta ventana y del libro.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>BudgetSync {version}</source>
        <translation>BudgetSync {version}</translation>
    </message>
    <message>
        <source>The path is shown here; open it by hand.</source>
        <translation>La ruta se muestra aquí; ábrala a mano.</translation>
    </message>
    <message>
        <source>The one seen last</source>
        <translation>La última que se vio</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Primera página</translation>
    </message>
    <message>
        <source>In proportion to the size that the system gives.</source>
        <translation>En proporción al tamaño que da el sistema.</translation>
    </message>
    <message>
        <source>The page that the window begins with.</source>
        <translation>La página con la que empieza la ventana.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Export everything into one file</source>
        <translation>Exportar todo a un archivo</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Cancelar la exportación</translation>
    </message>
    <message>
        <source>Import an archive into this empty ledger</source>
        <translation>Importar un archivo portátil en este libro vacío</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Cancelar la importación</translation>
    </message>
    <message>
        <source>Reads an archive; afterwards sign in at each bank again.</source>
        <translation>Lee un archivo portátil; después inicie sesión de nuevo en cada banco.</translation>
    </message>
    <message>
        <source>{rows} were written to {name}.</source>
        <translation>Se escribieron {rows} en {name}.</translation>
    </message>
    <message>
        <source>{rows} were read. Sign in at each bank again: keys are not in an archive.</source>
        <translation>Se leyeron {rows}. Inicie sesión de nuevo en cada banco: las claves no van en el archivo portátil.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>A zip of readable text with all rows, edits and their history. No secret is in it.</source>
        <translation>Un zip de texto legible con todos los movimientos, los cambios y su historial. No contiene ningún secreto.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Only into an empty ledger: an archive is never mixed into another one.</source>
        <translation>Solo en un libro vacío: un archivo portátil nunca se mezcla con otro libro.</translation>
    </message>
    <message>
        <source>Everything is being written</source>
        <translation>Escribiendo todo</translation>
    </message>
    <message>
        <source>The archive is being read</source>
        <translation>Leyendo el archivo portátil</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Exportar todo</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Importar un archivo portátil</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>Archivos portátiles (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Copias de seguridad, primero la más reciente</translation>
    </message>
    <message>
        <source>each day</source>
        <translation>diaria</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>antes de una actualización</translation>
    </message>
    <message>
        <source>not looked into</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>cambiada desde entonces</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>not of this ledger</source>
        <translation>no es de este libro</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Make a backup of the ledger now</source>
        <translation>Hacer ahora una copia de seguridad del libro</translation>
    </message>
    <message>
        <source>Cancel the backup</source>
        <translation>Cancelar la copia</translation>
    </message>
    <message>
        <source>The present ledger is moved aside, never deleted; what came since is fetched again.</source>
        <translation>El libro actual se aparta, nunca se elimina; lo que llegó desde entonces se obtiene de nuevo.</translation>
    </message>
    <message>
        <source>Cancel what is done with backups</source>
        <translation>Cancelar lo que se hace con las copias</translation>
    </message>
    <message>
        <source>Each backup is being looked into</source>
        <translation>Comprobando cada copia</translation>
    </message>
    <message>
        <source>Put the backup of {day} in the ledger&apos;s place? BudgetSync closes and starts again with it. The present ledger is kept beside it, with all that was typed since.</source>
        <translation>¿Poner la copia del {day} en lugar del libro? BudgetSync se cierra y se inicia de nuevo con ella. El libro actual se conserva al lado, con todo lo escrito desde entonces.</translation>
    </message>
    <message>
        <source>The backup is looked into and copied</source>
        <translation>Comprobando y copiando la copia de seguridad</translation>
    </message>
    <message>
        <source>BudgetSync now starts again; the present ledger is kept as {name}.</source>
        <translation>BudgetSync se inicia ahora de nuevo; el libro actual se conserva como {name}.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>One is made each day: seven days, four weeks and twelve months are kept, and those by hand for good.</source>
        <translation>Cada día se hace una: se conservan siete días, cuatro semanas y doce meses, y las hechas a mano para siempre.</translation>
    </message>
    <message>
        <source>Everything as one file</source>
        <translation>Todo en un solo archivo</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer copia ahora</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Última copia</translation>
    </message>
    <message>
        <source>Restore the chosen one</source>
        <translation>Restaurar la elegida</translation>
    </message>
    <message>
        <source>Restore the chosen backup</source>
        <translation>Restaurar la copia elegida</translation>
    </message>
    <message>
        <source>Look into each</source>
        <translation>Comprobar cada una</translation>
    </message>
    <message>
        <source>Look into each backup, in full</source>
        <translation>Comprobar cada copia por completo</translation>
    </message>
    <message>
        <source>A backup in the ledger&apos;s place</source>
        <translation>Una copia en lugar del libro</translation>
    </message>
    <message>
        <source>A backup is being made</source>
        <translation>Haciendo una copia de seguridad</translation>
    </message>
    <message>
        <source>Restore and restart</source>
        <translation>Restaurar y reiniciar</translation>
    </message>
    <message>
        <source>Another BudgetSync has this data folder open; nothing was changed.</source>
        <translation>Otro BudgetSync tiene abierta esta carpeta de datos; no se cambió nada.</translation>
    </message>
    <message>
        <source>Close it (its window, or its icon in the tray), then try again.</source>
        <translation>Ciérrelo (su ventana o su icono en la bandeja) e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>Hasta ahora ninguna.</translation>
    </message>
    <message>
        <source>Each was looked into.</source>
        <translation>Se comprobó cada una.</translation>
    </message>
    <message>
        <source>{name}: {size}, whole and checked.</source>
        <translation>{name}: {size}, íntegra y comprobada.</translation>
    </message>
    <message numerus="yes">
        <source>Every {n} minutes</source>
        <translation>
            <numerusform>Cada {n} minuto</numerusform>
            <numerusform>Cada {n} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Cada minuto</translation>
    </message>
    <message numerus="yes">
        <source>Every {n} hours</source>
        <translation>
            <numerusform>Cada {n} hora</numerusform>
            <numerusform>Cada {n} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every {n} days</source>
        <translation>
            <numerusform>Cada {n} día</numerusform>
            <numerusform>Cada {n} días</numerusform>
        </translation>
    </message>
    <message>
        <source>Every {length}</source>
        <translation>Cada {length}</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Cada hora</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Una vez al día</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Like all connections</source>
        <translation>Como todas las conexiones</translation>
    </message>
    <message>
        <source>How often {bank} is synced</source>
        <translation>Con qué frecuencia se sincroniza {bank}</translation>
    </message>
    <message>
        <source>Resume syncing {bank}</source>
        <translation>Reanudar la sincronización de {bank}</translation>
    </message>
    <message>
        <source>Choose a file of settings (.env) to import</source>
        <translation>Elija un archivo de ajustes (.env) para importar</translation>
    </message>
    <message>
        <source>A .env file with the usual names, such as PLAID_CLIENT_ID and PLAID_SECRET, also with NEXT_PUBLIC_ before them. Secrets go to the place above; the file stays as it is.</source>
        <translation>Un archivo .env con los nombres habituales, como PLAID_CLIENT_ID y PLAID_SECRET, también con NEXT_PUBLIC_ delante. Los secretos van al lugar de arriba; el archivo queda como está.</translation>
    </message>
    <message>
        <source>The keys are used from the next start on.</source>
        <translation>Las claves se usan desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Import a .env file</source>
        <translation>Importar un archivo .env</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of texts, numbers and dates. It is spoken from the next start on.</source>
        <translation>De los textos, números y fechas. Se usa desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Restart BudgetSync to see it in the chosen language</source>
        <translation>Reiniciar BudgetSync para verlo en el idioma elegido</translation>
    </message>
    <message>
        <source>Restart BudgetSync to use the new keys</source>
        <translation>Reiniciar BudgetSync para usar las claves nuevas</translation>
    </message>
    <message>
        <source>Secrets are being kept.</source>
        <translation>Guardando los secretos.</translation>
    </message>
    <message>
        <source>The keys are for {environment}, which has a ledger of its own.</source>
        <translation>Las claves son de {environment}, que tiene su propio libro.</translation>
    </message>
    <message>
        <source>They are not used as long as the environment sets {names}.</source>
        <translation>No se usan mientras el entorno defina {names}.</translation>
    </message>
    <message>
        <source>Settings (*.env .env .env.* *.txt)</source>
        <translation>Ajustes (*.env .env .env.* *.txt)</translation>
    </message>
    <message>
        <source>Taken over: {names}.</source>
        <translation>Incorporado: {names}.</translation>
    </message>
    <message>
        <source>To the place for secrets: {names}.</source>
        <translation>Al lugar de los secretos: {names}.</translation>
    </message>
    <message>
        <source>Into the ledger: {names}.</source>
        <translation>Al libro: {names}.</translation>
    </message>
    <message>
        <source>Not taken over, since it is decided where the program is started: {names}.</source>
        <translation>No incorporado, porque se decide donde se inicia el programa: {names}.</translation>
    </message>
    <message>
        <source>Not known to BudgetSync: {names}.</source>
        <translation>Desconocido para BudgetSync: {names}.</translation>
    </message>
    <message>
        <source>Webhooks: {state}. News come with the next sync meanwhile.</source>
        <translation>Webhooks: {state}. Entretanto, las novedades llegan con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Paused until {when}.</source>
        <translation>En pausa hasta {when}.</translation>
    </message>
    <message>
        <source>Next: {when}.</source>
        <translation>Próxima: {when}.</translation>
    </message>
    <message>
        <source>Next sync: {when}.</source>
        <translation>Próxima sincronización: {when}.</translation>
    </message>
    <message>
        <source>There is no network; syncing goes on when it is back.</source>
        <translation>No hay red; la sincronización continúa cuando vuelva.</translation>
    </message>
    <message>
        <source>Waiting for a network that is not metered.</source>
        <translation>Esperando una red sin límite de datos.</translation>
    </message>
    <message>
        <source>Webhooks: not set up. News come with the next sync.</source>
        <translation>Webhooks: sin configurar. Las novedades llegan con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Webhooks: on. News come by themselves; the timer is the safety net.</source>
        <translation>Webhooks: activos. Las novedades llegan solas; el temporizador es la red de seguridad.</translation>
    </message>
    <message>
        <source>Webhooks: on, but some did not arrive. They come with the next sync.</source>
        <translation>Webhooks: activos, pero algunos no llegaron. Llegan con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Paused until you resume.</source>
        <translation>En pausa hasta que usted reanude.</translation>
    </message>
    <message>
        <source>Waits for the end of the pause.</source>
        <translation>Espera el final de la pausa.</translation>
    </message>
    <message>
        <source>Waits for a network that is not metered.</source>
        <translation>Espera una red sin límite de datos.</translation>
    </message>
    <message>
        <source>Waits for the network.</source>
        <translation>Espera la red.</translation>
    </message>
    <message>
        <source>A sync waits or is running.</source>
        <translation>Una sincronización espera o está en curso.</translation>
    </message>
    <message>
        <source>Due now.</source>
        <translation>Toca ahora.</translation>
    </message>
    <message>
        <source>After the quiet hours: {when}.</source>
        <translation>Tras las horas de silencio: {when}.</translation>
    </message>
    <message>
        <source>Nothing is planned now; a sync waits or is running.</source>
        <translation>Ahora no hay nada previsto; una sincronización espera o está en curso.</translation>
    </message>
    <message>
        <source>The next sync is due now.</source>
        <translation>La próxima sincronización toca ahora.</translation>
    </message>
    <message>
        <source>Quiet hours. Next sync: {when}.</source>
        <translation>Horas de silencio. Próxima sincronización: {when}.</translation>
    </message>
    <message>
        <source>No bank is connected yet.</source>
        <translation>Aún no hay ningún banco conectado.</translation>
    </message>
    <message>
        <source>Say a test notification</source>
        <translation>Mostrar una notificación de prueba</translation>
    </message>
    <message>
        <source>Saved. It is listed only.</source>
        <translation>Guardado. Solo se enumera.</translation>
    </message>
    <message>
        <source>This computer has no way to say it; notices are listed under Problems.</source>
        <translation>Este equipo no tiene cómo avisar; los avisos se enumeran en Problemas.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Each cause is said once, and taken back when it is solved. What is not said aloud is listed under Problems all the same.</source>
        <translation>Cada causa se avisa una vez y se retira cuando está resuelta. Lo que no se avisa se enumera igualmente en Problemas.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>Notificación de prueba</translation>
    </message>
    <message>
        <source>Shows how this computer says something on BudgetSync&apos;s behalf.</source>
        <translation>Muestra cómo avisa este equipo de parte de BudgetSync.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose quiet hours, under Syncing</source>
        <translation>Elegir las horas de silencio, en Sincronización</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Libro</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>The same as for syncing; what comes meanwhile is said afterwards.</source>
        <translation>Las mismas que para sincronizar; lo que llegue entretanto se avisa después.</translation>
    </message>
    <message>
        <source>It was said just now.</source>
        <translation>Se acaba de avisar.</translation>
    </message>
    <message>
        <source>A bank wants you to sign in again</source>
        <translation>Un banco pide iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>A connection has ended</source>
        <translation>Una conexión ha terminado</translation>
    </message>
    <message>
        <source>A consent ends soon</source>
        <translation>Un consentimiento termina pronto</translation>
    </message>
    <message>
        <source>A bank cannot be reached for long</source>
        <translation>No se llega a un banco desde hace tiempo</translation>
    </message>
    <message>
        <source>A bank has had no news for long</source>
        <translation>Un banco no da novedades desde hace tiempo</translation>
    </message>
    <message>
        <source>A bank&apos;s news do not arrive by themselves</source>
        <translation>Las novedades de un banco no llegan solas</translation>
    </message>
    <message>
        <source>A bank has accounts that are not shared</source>
        <translation>Un banco tiene cuentas sin compartir</translation>
    </message>
    <message>
        <source>The keys or the set-up are refused</source>
        <translation>Se rechazan las claves o la configuración</translation>
    </message>
    <message>
        <source>A balance is not what the bank says</source>
        <translation>Un saldo no es el que dice el banco</translation>
    </message>
    <message>
        <source>Removals wait for your decision</source>
        <translation>Hay retiradas que esperan su decisión</translation>
    </message>
    <message>
        <source>Rows could not be read</source>
        <translation>No se pudieron leer movimientos</translation>
    </message>
    <message>
        <source>The disk is full or cannot be written</source>
        <translation>El disco está lleno o no se puede escribir</translation>
    </message>
    <message>
        <source>The ledger&apos;s file is damaged</source>
        <translation>El archivo del libro está dañado</translation>
    </message>
    <message>
        <source>A backup was not made</source>
        <translation>No se hizo una copia de seguridad</translation>
    </message>
    <message>
        <source>The place for secrets does not open</source>
        <translation>El lugar de los secretos no se abre</translation>
    </message>
    <message>
        <source>Say aloud: {what}</source>
        <translation>Avisar: {what}</translation>
    </message>
    <message>
        <source>Each transaction has the category that the bank&apos;s service gives it, and yours wherever you change it; rules and suggestions are set up here in a later version.</source>
        <translation>Cada movimiento tiene la categoría que le da el servicio del banco, y la suya donde la cambie; las reglas y sugerencias se configurarán aquí en una versión posterior.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Tiempo real</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secretos</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Section of the settings</source>
        <translation>Sección de los ajustes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Secciones de los ajustes</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>BUDGETSYNC_PASSPHRASE in the environment has secrets kept in a file that is sealed with it. Until then no bank is asked; the ledger itself is not affected.</source>
        <translation>Con BUDGETSYNC_PASSPHRASE en el entorno, los secretos se guardan en un archivo sellado con ella. Hasta entonces no se pregunta a ningún banco; el libro no se ve afectado.</translation>
    </message>
    <message>
        <source>Check the place for secrets, by writing to it</source>
        <translation>Comprobar el lugar de los secretos escribiendo en él</translation>
    </message>
    <message>
        <source>Chosen when BudgetSync was set up.</source>
        <translation>Elegido al configurar BudgetSync.</translation>
    </message>
    <message>
        <source>Keep using it</source>
        <translation>Seguir usándolo</translation>
    </message>
    <message>
        <source>A secret is being written and read.</source>
        <translation>Escribiendo y leyendo un secreto.</translation>
    </message>
    <message>
        <source>Until then no bank is asked; the ledger itself is not affected.</source>
        <translation>Hasta entonces no se pregunta a ningún banco; el libro no se ve afectado.</translation>
    </message>
    <message>
        <source>The keys to your banks and to Plaid. They are in no file that can be read, and no backup.</source>
        <translation>Las claves de sus bancos y de Plaid. No están en ningún archivo legible ni en ninguna copia.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Keep using this place for secrets</source>
        <translation>Seguir usando este lugar para los secretos</translation>
    </message>
    <message>
        <source>Another place than last time</source>
        <translation>Otro lugar que la última vez</translation>
    </message>
    <message>
        <source>It opens: a secret was written, read and deleted just now.</source>
        <translation>Se abre: se acaba de escribir, leer y borrar un secreto.</translation>
    </message>
    <message>
        <source>The secrets of this ledger were in {before}, and now {place} is in use. Connections may need signing in again; start the former one and check again to have them back.</source>
        <translation>Los secretos de este libro estaban en {before} y ahora se usa {place}. Quizá haya que iniciar sesión de nuevo; inicie el anterior y compruebe otra vez para recuperarlos.</translation>
    </message>
    <message>
        <source>Keys from a file</source>
        <translation>Claves de un archivo</translation>
    </message>
    <message>
        <source>Syncing goes on; the icon in the tray opens the window again.</source>
        <translation>La sincronización continúa; el icono de la bandeja abre la ventana otra vez.</translation>
    </message>
    <message>
        <source>Start at login, in the background</source>
        <translation>Iniciar con la sesión, en segundo plano</translation>
    </message>
    <message>
        <source>Without a window; the icon in the tray shows that it runs.</source>
        <translation>Sin ventana; el icono de la bandeja muestra que está en marcha.</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Seguir en marcha al cerrar la ventana</translation>
    </message>
    <message>
        <source>BudgetSync can only sync by itself while it runs.</source>
        <translation>BudgetSync solo puede sincronizar por sí mismo mientras está en marcha.</translation>
    </message>
    <message>
        <source>This desktop has no tray now, so closing the window ends BudgetSync.</source>
        <translation>Este escritorio no tiene bandeja ahora, así que cerrar la ventana termina BudgetSync.</translation>
    </message>
    <message>
        <source>BudgetSync has no way to do that on this system; its own settings may have one.</source>
        <translation>BudgetSync no puede hacerlo en este sistema; quizá puedan sus propios ajustes.</translation>
    </message>
    <message>
        <source>The entry for the start at login cannot be written ({reason}).</source>
        <translation>No se puede escribir la entrada para el inicio con la sesión ({reason}).</translation>
    </message>
    <message>
        <source>Give yourself write access to the autostart folder, then try again.</source>
        <translation>Dese acceso de escritura a la carpeta de inicio automático e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Start at login was not changed</source>
        <translation>El inicio con la sesión no se cambió</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>{words}: {n} s so far</source>
        <translation>
            <numerusform>{words}: {n} s hasta ahora</numerusform>
            <numerusform>{words}: {n} s hasta ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Cancelado; no se cambió nada.</translation>
    </message>
    <message>
        <source>The ledger, its backups and the log; secrets are not in it.</source>
        <translation>El libro, sus copias y el registro; no contiene secretos.</translation>
    </message>
    <message>
        <source>Cancel the check of the ledger&apos;s file</source>
        <translation>Cancelar la comprobación del archivo del libro</translation>
    </message>
    <message>
        <source>damaged: {finding} ({when})</source>
        <translation>dañado: {finding} ({when})</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>Comprobando el archivo</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar la ruta</translation>
    </message>
    <message>
        <source>Copy the path of the data folder</source>
        <translation>Copiar la ruta de la carpeta de datos</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Check quickly</source>
        <translation>Comprobación rápida</translation>
    </message>
    <message>
        <source>Check the ledger&apos;s file quickly</source>
        <translation>Comprobar rápidamente el archivo del libro</translation>
    </message>
    <message>
        <source>Check in full</source>
        <translation>Comprobación completa</translation>
    </message>
    <message>
        <source>Check the ledger&apos;s file in full</source>
        <translation>Comprobar por completo el archivo del libro</translation>
    </message>
    <message>
        <source>Last checks</source>
        <translation>Últimas comprobaciones</translation>
    </message>
    <message>
        <source>1. Quit BudgetSync here, so that nothing is written any more.</source>
        <translation>1. Cierre BudgetSync aquí, para que no se escriba nada más.</translation>
    </message>
    <message>
        <source>2. Copy the whole data folder to the other computer.</source>
        <translation>2. Copie toda la carpeta de datos al otro equipo.</translation>
    </message>
    <message>
        <source>3. Start BudgetSync there with that folder (--data-dir).</source>
        <translation>3. Inicie allí BudgetSync con esa carpeta (--data-dir).</translation>
    </message>
    <message>
        <source>4. Sign in at each bank again: the keys stay in this computer&apos;s place for secrets. History and edits come along.</source>
        <translation>4. Inicie sesión de nuevo en cada banco: las claves se quedan en el lugar de los secretos de este equipo. El historial y los cambios van con la carpeta.</translation>
    </message>
    <message>
        <source>not yet folded in: {size}</source>
        <translation>aún sin incorporar: {size}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>The file is damaged: {finding}. Restore a backup, under Backups.</source>
        <translation>El archivo está dañado: {finding}. Restaure una copia, en Copias de seguridad.</translation>
    </message>
    <message>
        <source>Is the file sound</source>
        <translation>Estado del archivo</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>Otro equipo</translation>
    </message>
    <message>
        <source>Ledger: {size}</source>
        <translation>Libro: {size}</translation>
    </message>
    <message>
        <source>Quickly: {result}</source>
        <translation>Rápida: {result}</translation>
    </message>
    <message>
        <source>In full: {result}</source>
        <translation>Completa: {result}</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>No se encontró nada mal.</translation>
    </message>
    <message>
        <source>nothing wrong ({when})</source>
        <translation>nada mal ({when})</translation>
    </message>
    <message>
        <source>Nothing is synced by itself during a pause.</source>
        <translation>Durante una pausa no se sincroniza nada por sí solo.</translation>
    </message>
    <message>
        <source>How often all connections are synced</source>
        <translation>Con qué frecuencia se sincronizan todas las conexiones</translation>
    </message>
    <message>
        <source>At most this long between two syncs. Each takes a few kilobytes.</source>
        <translation>Como mucho este tiempo entre dos sincronizaciones. Cada una ocupa unos kilobytes.</translation>
    </message>
    <message>
        <source>Quiet hours begin at</source>
        <translation>Las horas de silencio empiezan a las</translation>
    </message>
    <message>
        <source>Quiet hours end at</source>
        <translation>Las horas de silencio terminan a las</translation>
    </message>
    <message numerus="yes">
        <source>{n} times as long</source>
        <translation>
            <numerusform>{n} vez más</numerusform>
            <numerusform>{n} veces más</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync now works at any time, whatever is chosen here.</source>
        <translation>Sincronizar ahora funciona siempre, se elija lo que se elija aquí.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Con qué frecuencia</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Una hora</translation>
    </message>
    <message>
        <source>Pause syncing for an hour</source>
        <translation>Pausar la sincronización una hora</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Hasta mañana</translation>
    </message>
    <message>
        <source>Pause syncing until tomorrow</source>
        <translation>Pausar la sincronización hasta mañana</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Hasta reanudar</translation>
    </message>
    <message>
        <source>Pause syncing until I resume it</source>
        <translation>Pausar la sincronización hasta que yo la reanude</translation>
    </message>
    <message>
        <source>Resume syncing</source>
        <translation>Reanudar la sincronización</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Todas las conexiones</translation>
    </message>
    <message>
        <source>Nothing is synced by itself and nothing said aloud; it is caught up afterwards.</source>
        <translation>No se sincroniza nada por sí solo ni se avisa de nada; después se recupera.</translation>
    </message>
    <message>
        <source>Wait on a metered network</source>
        <translation>Esperar en redes con límite de datos</translation>
    </message>
    <message>
        <source>Syncing by itself goes on when the network is no longer paid by volume.</source>
        <translation>La sincronización continúa sola cuando la red ya no se paga por volumen.</translation>
    </message>
    <message>
        <source>How much less often connections are synced on battery</source>
        <translation>Cuánto menos se sincroniza con batería</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Con batería</translation>
    </message>
    <message>
        <source>Intervals get so many times as long while the computer is not plugged in.</source>
        <translation>Los intervalos se alargan tantas veces mientras el equipo no está enchufado.</translation>
    </message>
    <message>
        <source>As often as ever</source>
        <translation>Tan a menudo como siempre</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>A continuación</translation>
    </message>
    <message>
        <source>When not</source>
        <translation>Cuándo no</translation>
    </message>
    <message>
        <source>Choose an end that is not the beginning.</source>
        <translation>Elija un final que no sea el comienzo.</translation>
    </message>
    <message>
        <source>Set by the environment ({name}); it cannot be changed here.</source>
        <translation>Definido por el entorno ({name}); no se puede cambiar aquí.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Opening your ledger…</source>
        <translation>Abriendo su libro…</translation>
    </message>
    <message>
        <source>Opening your ledger</source>
        <translation>Abriendo su libro</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>{page}, {n} waiting</source>
        <translation>
            <numerusform>{page}, {n} en espera</numerusform>
            <numerusform>{page}, {n} en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message numerus="yes">
        <source>{page}, {n} new</source>
        <translation>
            <numerusform>{page}, {n} nuevo</numerusform>
            <numerusform>{page}, {n} nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>{page} (Ctrl+{number})</source>
        <translation>{page} (Ctrl+{number})</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Currency not known</source>
        <translation>Moneda desconocida</translation>
    </message>
    <message>
        <source>Its rows are kept aside until a version of BudgetSync knows the currency.</source>
        <translation>Sus movimientos quedan apartados hasta que una versión de BudgetSync conozca la moneda.</translation>
    </message>
    <message>
        <source>1 removal to review</source>
        <translation>1 retirada por revisar</translation>
    </message>
    <message>
        <source>The bank took back unusually many rows at once. They stay until you decide.</source>
        <translation>El banco retiró más movimientos de lo habitual a la vez. Se quedan hasta que usted decida.</translation>
    </message>
    <message>
        <source>It has never been without new rows for so long lately.</source>
        <translation>Últimamente nunca estuvo tanto tiempo sin movimientos nuevos.</translation>
    </message>
    <message numerus="yes">
        <source>{n} removals to review</source>
        <translation>
            <numerusform>{n} retirada por revisar</numerusform>
            <numerusform>{n} retiradas por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>No rows since {day}</source>
        <translation>Sin movimientos desde {day}</translation>
    </message>
    <message>
        <source>No new rows for far longer than usual: {accounts}</source>
        <translation>Sin movimientos nuevos mucho más tiempo de lo habitual: {accounts}</translation>
    </message>
    <message numerus="yes">
        <source>Up to date except {n} accounts</source>
        <translation>
            <numerusform>Al día salvo {n} cuenta</numerusform>
            <numerusform>Al día salvo {n} cuentas</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed, history kept</source>
        <translation>Quitado, historial conservado</translation>
    </message>
    <message>
        <source>Kept by you</source>
        <translation>Llevada por usted</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>Esperando para empezar</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Aún sin sincronizar</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Desactualizado</translation>
    </message>
    <message>
        <source>Nothing new from the bank</source>
        <translation>Nada nuevo del banco</translation>
    </message>
    <message>
        <source>Up to date except {account}</source>
        <translation>Al día salvo {account}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Sincronizando</translation>
    </message>
    <message>
        <source>Will try again</source>
        <translation>Se reintentará</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Demo bank</source>
        <translation>Banco de demostración</translation>
    </message>
    <message>
        <source>Plaid sandbox: test data</source>
        <translation>Sandbox de Plaid: datos de prueba</translation>
    </message>
    <message>
        <source>Real banks</source>
        <translation>Bancos reales</translation>
    </message>
    <message>
        <source>Next attempt: {when}</source>
        <translation>Próximo intento: {when}</translation>
    </message>
    <message>
        <source>Queue: empty</source>
        <translation>Cola: vacía</translation>
    </message>
    <message>
        <source>No sync yet</source>
        <translation>Aún sin sincronizar</translation>
    </message>
    <message>
        <source>Offline: syncs when the network is back</source>
        <translation>Sin conexión: sincroniza cuando vuelva la red</translation>
    </message>
    <message>
        <source>No sync planned</source>
        <translation>Ninguna sincronización prevista</translation>
    </message>
    <message>
        <source>Next sync is due now</source>
        <translation>Toca sincronizar ahora</translation>
    </message>
    <message numerus="yes">
        <source>Queue: {n} running</source>
        <translation>
            <numerusform>Cola: {n} en curso</numerusform>
            <numerusform>Cola: {n} en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue: {n} waiting</source>
        <translation>
            <numerusform>Cola: {n} en espera</numerusform>
            <numerusform>Cola: {n} en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sync {when}</source>
        <translation>Última sincronización {when}</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>En pausa hasta que usted reanude</translation>
    </message>
    <message>
        <source>Next sync: {when}</source>
        <translation>Próxima sincronización: {when}</translation>
    </message>
    <message>
        <source>Paused until {when}</source>
        <translation>En pausa hasta {when}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>{fresh} of {total} connections up to date</source>
        <translation>
            <numerusform>{fresh} de {total} conexión al día</numerusform>
            <numerusform>{fresh} de {total} conexiones al día</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing your connection</source>
        <translation>Sincronizando su conexión</translation>
    </message>
    <message>
        <source>No bank is connected any more</source>
        <translation>Ya no hay ningún banco conectado</translation>
    </message>
    <message>
        <source>Nothing has to be synced</source>
        <translation>No hay nada que sincronizar</translation>
    </message>
    <message>
        <source>Syncing is paused</source>
        <translation>La sincronización está en pausa</translation>
    </message>
    <message>
        <source>Your connection is up to date</source>
        <translation>Su conexión está al día</translation>
    </message>
    <message numerus="yes">
        <source>Syncing {busy} of {total} connections</source>
        <translation>
            <numerusform>Sincronizando {busy} de {total} conexión</numerusform>
            <numerusform>Sincronizando {busy} de {total} conexiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {total} connections up to date</source>
        <translation>
            <numerusform>{total} conexión al día</numerusform>
            <numerusform>Las {total} conexiones, al día</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Syncing all {total} connections</source>
        <translation>
            <numerusform>Sincronizando {total} conexión</numerusform>
            <numerusform>Sincronizando las {total} conexiones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncMonitor</name>
    <message>
        <source>Last contact {when}</source>
        <translation>Último contacto {when}</translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation>Sincronizar todo</translation>
    </message>
    <message>
        <source>Sync all connections</source>
        <translation>Sincronizar todas las conexiones</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel all syncs</source>
        <translation>Cancelar todas las sincronizaciones</translation>
    </message>
    <message>
        <source>No bank was contacted yet</source>
        <translation>Aún no se contactó con ningún banco</translation>
    </message>
    <message>
        <source>No connections yet</source>
        <translation>Aún sin conexiones</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
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
        <translation>hace 1 minuto</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>hace 1 hora</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation>
            <numerusform>{n} día</numerusform>
            <numerusform>{n} días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation>
            <numerusform>hace {n} minuto</numerusform>
            <numerusform>hace {n} minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation>
            <numerusform>hace {n} hora</numerusform>
            <numerusform>hace {n} horas</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow at {time}</source>
        <translation>mañana a las {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>ayer a las {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <translation>
            <numerusform>hace {n} día</numerusform>
            <numerusform>hace {n} días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>{currency}, 1 account</source>
        <translation>{currency}, 1 cuenta</translation>
    </message>
    <message numerus="yes">
        <source>{currency}, {n} accounts</source>
        <translation>
            <numerusform>{currency}, {n} cuenta</numerusform>
            <numerusform>{currency}, {n} cuentas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing owed</source>
        <translation>Sin deudas</translation>
    </message>
    <message>
        <source>Totals by currency</source>
        <translation>Totales por moneda</translation>
    </message>
    <message>
        <source>{held} held, {owed} owed</source>
        <translation>{held} disponibles, {owed} adeudados</translation>
    </message>
</context>
<context>
    <name>Transactions</name>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Beneficiario</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Double-click a cell or press F2 to change it</source>
        <translation>Haga doble clic en una celda o pulse F2 para cambiarla</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>Hecho el {day}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>{payee}
The bank&apos;s text: {original}</source>
        <translation>{payee}
Texto del banco: {original}</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Contabilizado</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Booked on {day}</source>
        <translation>Contabilizado el {day}</translation>
    </message>
    <message>
        <source>Bank differs</source>
        <translation>El banco difiere</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Traspaso</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividido</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes primero</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Más antiguos primero</translation>
    </message>
    <message>
        <source>Payee, A to Z</source>
        <translation>Beneficiario, de A a Z</translation>
    </message>
    <message>
        <source>Payee, Z to A</source>
        <translation>Beneficiario, de Z a A</translation>
    </message>
    <message>
        <source>Largest income first</source>
        <translation>Mayores ingresos primero</translation>
    </message>
    <message>
        <source>Largest spending first</source>
        <translation>Mayores gastos primero</translation>
    </message>
    <message>
        <source>{column} of {payee}</source>
        <translation>{column} de {payee}</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Fewer words find more. A filter can be taken away, too.</source>
        <translation>Menos palabras encuentran más. También se puede quitar un filtro.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>No transactions yet</source>
        <translation>Aún no hay movimientos</translation>
    </message>
    <message>
        <source>They appear here as soon as a bank has synced.</source>
        <translation>Aparecen aquí en cuanto un banco se sincroniza.</translation>
    </message>
    <message>
        <source>They come by themselves once a bank is connected.</source>
        <translation>Llegan solos en cuanto hay un banco conectado.</translation>
    </message>
    <message>
        <source>Connect a bank</source>
        <translation>Conectar un banco</translation>
    </message>
    <message>
        <source>Pending: {count}</source>
        <translation>Pendientes: {count}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>Show in sums</source>
        <translation>Mostrar en las sumas</translation>
    </message>
    <message>
        <source>Hide from sums</source>
        <translation>Ocultar de las sumas</translation>
    </message>
    <message>
        <source>Mark as not reviewed</source>
        <translation>Marcar como no revisado</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Marcar como revisado</translation>
    </message>
    <message>
        <source>All of this payee</source>
        <translation>Todos los de este beneficiario</translation>
    </message>
    <message>
        <source>Copy as a sentence</source>
        <translation>Copiar como frase</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Change the payee</source>
        <translation>Cambiar el beneficiario</translation>
    </message>
    <message>
        <source>Change the category</source>
        <translation>Cambiar la categoría</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Cambiar la nota</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Cambiar las etiquetas</translation>
    </message>
    <message>
        <source>Change amount and day</source>
        <translation>Cambiar importe y día</translation>
    </message>
    <message>
        <source>All of this category</source>
        <translation>Todos los de esta categoría</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Movimientos</translation>
    </message>
    <message>
        <source>1 transaction</source>
        <translation>1 movimiento</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>Ordenando</translation>
    </message>
    <message numerus="yes">
        <source>{n} transactions</source>
        <translation>
            <numerusform>{n} movimientos</numerusform>
            <numerusform>{n} movimientos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation>
            <numerusform>{n} seleccionado</numerusform>
            <numerusform>{n} seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Buscando</translation>
    </message>
    <message>
        <source>Use the bank&apos;s name again</source>
        <translation>Usar de nuevo el nombre del banco</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Open BudgetSync</source>
        <translation>&amp;Abrir BudgetSync</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Sincronizar ahora</translation>
    </message>
    <message>
        <source>&amp;Pause syncing</source>
        <translation>&amp;Pausar la sincronización</translation>
    </message>
    <message>
        <source>&amp;Resume syncing</source>
        <translation>&amp;Reanudar la sincronización</translation>
    </message>
    <message>
        <source>&amp;Quit BudgetSync</source>
        <translation>&amp;Cerrar BudgetSync</translation>
    </message>
    <message>
        <source>No bank is connected yet.</source>
        <translation>Aún no hay ningún banco conectado.</translation>
    </message>
    <message>
        <source>Syncing now.</source>
        <translation>Sincronizando ahora.</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>No hay red.</translation>
    </message>
    <message>
        <source>Syncing is paused.</source>
        <translation>La sincronización está en pausa.</translation>
    </message>
    <message>
        <source>Last contact {when}.</source>
        <translation>Último contacto {when}.</translation>
    </message>
    <message>
        <source>{count}.</source>
        <translation>{count}.</translation>
    </message>
    <message>
        <source>BudgetSync is still running</source>
        <translation>BudgetSync sigue en marcha</translation>
    </message>
    <message>
        <source>It keeps your transactions current. This icon opens the window again, and its menu ends the program.</source>
        <translation>Mantiene al día sus movimientos. Este icono abre la ventana otra vez, y su menú termina el programa.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Last contacted: {when}</source>
        <translation>Último contacto: {when}</translation>
    </message>
    <message>
        <source>Last success: {when}</source>
        <translation>Último éxito: {when}</translation>
    </message>
    <message>
        <source>Last sync: number {number}, begun {when}, {state}</source>
        <translation>Última sincronización: número {number}, iniciada {when}, {state}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Página de estado</translation>
    </message>
    <message>
        <source>Opens in the browser how the provider&apos;s connection to this bank does</source>
        <translation>Abre en el navegador cómo va la conexión del proveedor con este banco</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalles</translation>
    </message>
    <message>
        <source>Connect the bank again: {bank}</source>
        <translation>Conectar el banco de nuevo: {bank}</translation>
    </message>
    <message>
        <source>Sign in again: {bank}</source>
        <translation>Iniciar sesión de nuevo: {bank}</translation>
    </message>
    <message>
        <source>Try again: {bank}</source>
        <translation>Reintentar: {bank}</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ocultar detalles</translation>
    </message>
    <message>
        <source>Open the status page for {bank}</source>
        <translation>Abrir la página de estado de {bank}</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Conectar de nuevo</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>Show the details: {bank}</source>
        <translation>Mostrar los detalles: {bank}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Copies what happened, without secrets</source>
        <translation>Copia lo que pasó, sin secretos</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy the details: {subject}</source>
        <translation>Copiar los detalles: {subject}</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Código: {code}</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Nothing had to be changed</source>
        <translation>No hubo nada que cambiar</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>Rehacer: {what}</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Hecho: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rehecho: {what}</translation>
    </message>
    <message>
        <source>{what} changed</source>
        <translation>Cambiado: {what}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop here; what is changed stays changed</source>
        <translation>Detener aquí; lo cambiado queda cambiado</translation>
    </message>
    <message>
        <source>Changing transactions: {percent} %</source>
        <translation>Cambiando movimientos: {percent} %</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>Nothing was connected: the key of a connection has to be kept in a safe place.</source>
        <translation>No se conectó nada: la clave de una conexión tiene que guardarse en un lugar seguro.</translation>
    </message>
    <message>
        <source>The key cannot be kept</source>
        <translation>La clave no se puede guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Do not connect a bank now</source>
        <translation>No conectar un banco ahora</translation>
    </message>
    <message>
        <source>Unlock your system&apos;s keyring and try again, or choose another way below.</source>
        <translation>Desbloquee el llavero de su sistema e inténtelo de nuevo, o elija otra opción abajo.</translation>
    </message>
    <message>
        <source>The place for secrets</source>
        <translation>El lugar de los secretos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <translation>Probar otra vez el llavero</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Guardar solo para esta sesión</translation>
    </message>
    <message>
        <source>Keep the secrets for this session only</source>
        <translation>Guardar los secretos solo para esta sesión</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma frase de contraseña otra vez</translation>
    </message>
    <message>
        <source>Keep in a sealed file</source>
        <translation>Guardar en un archivo sellado</translation>
    </message>
    <message>
        <source>Keep the secrets in a file that is sealed with the passphrase</source>
        <translation>Guardar los secretos en un archivo sellado con la frase de contraseña</translation>
    </message>
    <message>
        <source>Choose one of the ways below.</source>
        <translation>Elija abajo una de las opciones.</translation>
    </message>
    <message>
        <source>Type the passphrase that the file was made with, or choose another way.</source>
        <translation>Escriba la frase de contraseña con la que se creó el archivo, o elija otra opción.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Otra vez</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has {n} letters or more.</source>
        <translation>
            <numerusform>Una frase de contraseña tiene {n} carácter o más.</numerusform>
            <numerusform>Una frase de contraseña tiene {n} caracteres o más.</numerusform>
        </translation>
    </message>
    <message>
        <source>For this session only means: they are asked for at the next start.</source>
        <translation>Solo para esta sesión significa: se piden en el próximo inicio.</translation>
    </message>
    <message>
        <source>Or a file that is sealed with a passphrase</source>
        <translation>O un archivo sellado con una frase de contraseña</translation>
    </message>
    <message>
        <source>Each start asks for the passphrase. Nobody can find it out for you: without it, your banks are connected anew.</source>
        <translation>Cada inicio pide la frase de contraseña. Nadie puede averiguarla por usted: sin ella, sus bancos se conectan de nuevo.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>No son iguales.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The balance is proved with the first sync that brings one.</source>
        <translation>El saldo se comprueba con la primera sincronización que traiga uno.</translation>
    </message>
    <message>
        <source>Not proved yet</source>
        <translation>Aún sin comprobar</translation>
    </message>
    <message>
        <source>Differs by {amount} since {day}</source>
        <translation>Difiere en {amount} desde {day}</translation>
    </message>
    <message>
        <source>Not provable: no balance is told</source>
        <translation>No comprobable: no se comunica saldo</translation>
    </message>
    <message>
        <source>The bank tells no balance for this account.</source>
        <translation>El banco no comunica el saldo de esta cuenta.</translation>
    </message>
    <message>
        <source>Not provable yet: history is still arriving</source>
        <translation>Aún no comprobable: sigue llegando historial</translation>
    </message>
    <message>
        <source>The balance is today&apos;s, while older rows are on their way.</source>
        <translation>El saldo es el de hoy, mientras aún llegan movimientos antiguos.</translation>
    </message>
    <message>
        <source>Not provable now: the bank sent older data</source>
        <translation>Ahora no comprobable: el banco envió datos antiguos</translation>
    </message>
    <message>
        <source>What came last is older than what was proved before.</source>
        <translation>Lo último que llegó es anterior a lo ya comprobado.</translation>
    </message>
    <message>
        <source>Not provable: interest accrues</source>
        <translation>No comprobable: se devengan intereses</translation>
    </message>
    <message>
        <source>Between two payments a loan changes without a row.</source>
        <translation>Entre dos pagos un préstamo cambia sin movimiento.</translation>
    </message>
    <message>
        <source>Seen once; often the balance only comes late. The next news tell whether it stays.</source>
        <translation>Visto una vez; a menudo solo el saldo llega tarde. Las próximas novedades dirán si se queda.</translation>
    </message>
    <message>
        <source>Not provable</source>
        <translation>No comprobable</translation>
    </message>
    <message>
        <source>The rows say {expected}, the bank says {told}.</source>
        <translation>Los movimientos dan {expected}, el banco dice {told}.</translation>
    </message>
    <message>
        <source>Balance proved</source>
        <translation>Saldo correcto</translation>
    </message>
    <message>
        <source>Starting balance taken</source>
        <translation>Saldo inicial tomado</translation>
    </message>
    <message>
        <source>All rows add up to what the bank says: {told}. Proved on {when}.</source>
        <translation>Todos los movimientos suman lo que dice el banco: {told}. Comprobado {when}.</translation>
    </message>
    <message>
        <source>The bank&apos;s balance of {told} is where the proof begins. From the next news on, every row is counted against it.</source>
        <translation>El saldo del banco de {told} es donde empieza la comprobación. Desde las próximas novedades, cada movimiento se cuenta contra él.</translation>
    </message>
    <message>
        <source>Being checked: {amount} apart</source>
        <translation>Comprobando: {amount} de diferencia</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to BudgetSync</source>
        <translation>Bienvenido a BudgetSync</translation>
    </message>
    <message>
        <source>Try the demo &amp;bank</source>
        <translation>Probar el banco de &amp;demostración</translation>
    </message>
    <message>
        <source>Try the demo bank</source>
        <translation>Probar el banco de demostración</translation>
    </message>
    <message>
        <source>Use your own &amp;Plaid keys</source>
        <translation>Usar sus claves de &amp;Plaid</translation>
    </message>
    <message>
        <source>Use your own Plaid keys</source>
        <translation>Usar sus claves de Plaid</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Primero echar un vistazo</translation>
    </message>
    <message>
        <source>Invented people and money. Nothing is needed.</source>
        <translation>Personas y dinero inventados. No hace falta nada.</translation>
    </message>
    <message>
        <source>Connect your banks</source>
        <translation>Conectar sus bancos</translation>
    </message>
    <message>
        <source>Through Plaid, with keys of your own.</source>
        <translation>Mediante Plaid, con claves propias.</translation>
    </message>
    <message>
        <source>It keeps your bank transactions current: every hour, and whenever you press Sync now.</source>
        <translation>Mantiene al día sus movimientos bancarios: cada hora y siempre que pulse Sincronizar ahora.</translation>
    </message>
    <message>
        <source>After every sync it compares the sums with the bank&apos;s own balance. What you typed is never overwritten.</source>
        <translation>Tras cada sincronización compara las sumas con el saldo del banco. Lo que usted escribió nunca se sobrescribe.</translation>
    </message>
    <message>
        <source>Everything lies in one file on this computer, which is yours, in this folder:</source>
        <translation>Todo está en un archivo de este equipo, que es suyo, en esta carpeta:</translation>
    </message>
    <message>
        <source>Nothing was saved so far. Choose where your keys are kept.</source>
        <translation>Aún no se guardó nada. Elija dónde se guardan sus claves.</translation>
    </message>
    <message>
        <source>Your keys are in a file that is sealed with the passphrase that you chose.</source>
        <translation>Sus claves están en un archivo sellado con la frase de contraseña que eligió.</translation>
    </message>
    <message>
        <source>The keys cannot be kept</source>
        <translation>Las claves no se pueden guardar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the keys</source>
        <translation>Volver a las claves</translation>
    </message>
    <message>
        <source>Type your passphrase</source>
        <translation>Escriba su frase de contraseña</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>The sealed file</source>
        <translation>El archivo sellado</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Open the sealed file</source>
        <translation>Abrir el archivo sellado</translation>
    </message>
    <message>
        <source>Something &amp;else</source>
        <translation>Otra &amp;cosa</translation>
    </message>
    <message>
        <source>Choose something else to be opened</source>
        <translation>Elegir otra cosa que abrir</translation>
    </message>
    <message>
        <source>Type it again, as you chose it.</source>
        <translation>Escríbala otra vez, tal como la eligió.</translation>
    </message>
    <message>
        <source>You get them from Plaid. Those for its sandbox cost nothing and open test banks. They are kept in your keyring, and sent to Plaid only.</source>
        <translation>Se las da Plaid. Las de su sandbox no cuestan nada y abren bancos de prueba. Se guardan en su llavero y se envían solo a Plaid.</translation>
    </message>
    <message>
        <source>Your own Plaid keys</source>
        <translation>Sus propias claves de Plaid</translation>
    </message>
    <message>
        <source>&amp;Where to get keys</source>
        <translation>Dónde obtener &amp;claves</translation>
    </message>
    <message>
        <source>Open the page of Plaid where you get keys</source>
        <translation>Abrir la página de Plaid donde se obtienen claves</translation>
    </message>
    <message>
        <source>Back to the first page</source>
        <translation>Volver a la primera página</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Id. de cliente</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Mostrar</translation>
    </message>
    <message>
        <source>Show the letters of the secret</source>
        <translation>Mostrar los caracteres del secreto</translation>
    </message>
    <message>
        <source>San&amp;dbox: test banks</source>
        <translation>&amp;Sandbox: bancos de prueba</translation>
    </message>
    <message>
        <source>P&amp;roduction: real banks</source>
        <translation>P&amp;roducción: bancos reales</translation>
    </message>
    <message>
        <source>Their data are kept in {folder}</source>
        <translation>Sus datos se guardan en {folder}</translation>
    </message>
    <message>
        <source>Client &amp;id</source>
        <translation>&amp;Id. de cliente</translation>
    </message>
    <message>
        <source>S&amp;ecret</source>
        <translation>S&amp;ecreto</translation>
    </message>
    <message>
        <source>Keys for</source>
        <translation>Claves para</translation>
    </message>
    <message>
        <source>Asking Plaid.</source>
        <translation>Preguntando a Plaid.</translation>
    </message>
    <message>
        <source>Look at both again, and whether the secret is the one for production.</source>
        <translation>Mire ambos otra vez, y si el secreto es el de producción.</translation>
    </message>
    <message>
        <source>Look at both again, and whether the secret is the one for the sandbox.</source>
        <translation>Mire ambos otra vez, y si el secreto es el de la sandbox.</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>No aceptado</translation>
    </message>
    <message>
        <source>&amp;Save all the same</source>
        <translation>&amp;Guardar de todos modos</translation>
    </message>
    <message>
        <source>Save the keys although nobody could be asked about them</source>
        <translation>Guardar las claves aunque no se pudo preguntar a nadie por ellas</translation>
    </message>
    <message>
        <source>&amp;Save and open</source>
        <translation>&amp;Guardar y abrir</translation>
    </message>
    <message>
        <source>Save the keys and open</source>
        <translation>Guardar las claves y abrir</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>C&amp;omprobar</translation>
    </message>
    <message>
        <source>Check the keys at Plaid</source>
        <translation>Comprobar las claves en Plaid</translation>
    </message>
    <message>
        <source>Plaid accepts these keys.</source>
        <translation>Plaid acepta estas claves.</translation>
    </message>
    <message>
        <source>&amp;Look at the ledger only</source>
        <translation>Solo &amp;ver el libro</translation>
    </message>
    <message>
        <source>Open the ledger without its keys; nothing is fetched</source>
        <translation>Abrir el libro sin sus claves; no se obtiene nada</translation>
    </message>
    <message>
        <source>BudgetSync</source>
        <translation>BudgetSync</translation>
    </message>
    <message>
        <source>Your keys were kept for one session only, and that session is over.</source>
        <translation>Sus claves se guardaron solo para una sesión, y esa sesión terminó.</translation>
    </message>
</context>
</TS>
