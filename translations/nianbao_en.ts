<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Clipboard</name>
    <message numerus="yes">
        <source>%n cells pasted.</source>
        <translation>
            <numerusform>%n cell pasted.</numerusform>
            <numerusform>%n cells pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells pasted; computed cells in between (%1) were skipped.</source>
        <translation>
            <numerusform>%n cell pasted; computed cells in between (%1) were skipped.</numerusform>
            <numerusform>%n cells pasted; computed cells in between (%1) were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold “%1”. Does that mean that the figure is not known yet, or that there was nothing?</source>
        <translation>
            <numerusform>%n cell holds “%1”. Does that mean that the figure is not known yet, or that there was nothing?</numerusform>
            <numerusform>%n cells hold “%1”. Does that mean that the figure is not known yet, or that there was nothing?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandedOver</name>
    <message numerus="yes">
        <source>, %n files</source>
        <translation>
            <numerusform>, %n file</numerusform>
            <numerusform>, %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::DoubtCard</name>
    <message numerus="yes">
        <source>%n doubts open</source>
        <translation>
            <numerusform>%n doubt open</numerusform>
            <numerusform>%n doubts open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::Enclosures</name>
    <message numerus="yes">
        <source>PDF, %n pages, %1</source>
        <translation>
            <numerusform>PDF, %n page, %1</numerusform>
            <numerusform>PDF, %n pages, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All content, the approval, times of the review, %n explanations</source>
        <translation>
            <numerusform>All content, the approval, times of the review, %n explanation</numerusform>
            <numerusform>All content, the approval, times of the review, %n explanations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments, opinions, the history. Nothing that was ever deleted is left in it.</source>
        <translation>
            <numerusform>%n comment, opinions, the history. Nothing that was ever deleted is left in it.</numerusform>
            <numerusform>%n comments, opinions, the history. Nothing that was ever deleted is left in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files go along, %1 together</source>
        <translation>
            <numerusform>%n file goes along, %1</numerusform>
            <numerusform>%n files go along, %1 together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::FindPanel</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the %n ticked</source>
        <translation>
            <numerusform>Delete the one ticked</numerusform>
            <numerusform>Delete the %n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace the %n ticked</source>
        <translation>
            <numerusform>Replace the one ticked</numerusform>
            <numerusform>Replace the %n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete “%1” in %n places</source>
        <translation>
            <numerusform>Delete “%1” in %n place</numerusform>
            <numerusform>Delete “%1” in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace “%1” by “%2” in %n places</source>
        <translation>
            <numerusform>Replace “%1” by “%2” in %n place</numerusform>
            <numerusform>Replace “%1” by “%2” in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places replaced.</source>
        <translation>
            <numerusform>%n place replaced.</numerusform>
            <numerusform>%n places replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not take the new words.</source>
        <translation>
            <numerusform>%n could not take the new words.</numerusform>
            <numerusform>%n could not take the new words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::FontsPage</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incomplete</source>
        <translation>
            <numerusform>%n incomplete</numerusform>
            <numerusform>%n incomplete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand-ins</source>
        <translation>
            <numerusform>%n stand-in</numerusform>
            <numerusform>%n stand-ins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::GridView</name>
    <message numerus="yes">
        <source>Blank %n cells</source>
        <translation>
            <numerusform>Blank %n cell</numerusform>
            <numerusform>Blank %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n cells</source>
        <translation>
            <numerusform>Paste %n cell</numerusform>
            <numerusform>Paste %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::HandOverDialog</name>
    <message numerus="yes">
        <source>%n days to %1.</source>
        <translation>
            <numerusform>%n day to %1.</numerusform>
            <numerusform>%n days to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days after %1.</source>
        <translation>
            <numerusform>%n day after %1.</numerusform>
            <numerusform>%n days after %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::MainWindow</name>
    <message numerus="yes">
        <source>%n days to %1</source>
        <translation>
            <numerusform>%n day to %1</numerusform>
            <numerusform>%n days to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days past %1</source>
        <translation>
            <numerusform>%n day past %1</numerusform>
            <numerusform>%n days past %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::PublishDialog</name>
    <message numerus="yes">
        <source>◆ %n days late.</source>
        <translation>
            <numerusform>◆ %n day late.</numerusform>
            <numerusform>◆ %n days late.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::ReviewersPage</name>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::ScheduleCard</name>
    <message numerus="yes">
        <source>%n days to %1</source>
        <translation>
            <numerusform>%n day to %1</numerusform>
            <numerusform>%n days to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::TablePage</name>
    <message numerus="yes">
        <source>✓ equal in %n columns</source>
        <translation>
            <numerusform>✓ equal in %n column</numerusform>
            <numerusform>✓ equal in %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>○ still open in %n columns: cells are blank</source>
        <translation>
            <numerusform>○ still open in %n column: cells are blank</numerusform>
            <numerusform>○ still open in %n columns: cells are blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank cells were set to 0.</source>
        <translation>
            <numerusform>%n blank cell was set to 0.</numerusform>
            <numerusform>%n blank cells were set to 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells were filled from last year&apos;s report.</source>
        <translation>
            <numerusform>%n cell was filled from last year&apos;s report.</numerusform>
            <numerusform>%n cells were filled from last year&apos;s report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ equal in %n rows</source>
        <translation>
            <numerusform>✓ equal in %n row</numerusform>
            <numerusform>✓ equal in %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>○ still open in %n rows: cells are blank</source>
        <translation>
            <numerusform>○ still open in %n row: cells are blank</numerusform>
            <numerusform>○ still open in %n rows: cells are blank</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nianbao::WordsPage</name>
    <message numerus="yes">
        <source>%n wordings</source>
        <translation>
            <numerusform>%n wording</numerusform>
            <numerusform>%n wordings</numerusform>
        </translation>
    </message>
</context>
</TS>
