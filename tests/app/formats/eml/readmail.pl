# SPDX-License-Identifier: MulanPSL-2.0
# readmail.pl FILE…: what Perl's MIME::Parser finds in mails, as one JSON list.
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);
use Encode qw(decode);
use JSON::PP;
use MIME::Parser;
use MIME::WordDecoder;
use Mail::Address;

my $words = MIME::WordDecoder->supported('UTF-8');

sub unfolded {
    my ($head, $name) = @_;
    my $field = $head->get($name) // '';
    $field =~ s/[\r\n]//g;
    return $field;
}

sub recipients {
    return [map { [$words->decode($_->phrase), $_->address] } Mail::Address->parse(unfolded(@_))];
}

# Names of fields in their order; tags() would tell each only once.
sub headers {
    return [map { /^([^:\s]+):/ ? $1 : () } split /\n/, shift->as_string];
}

sub attachment {
    my $part = shift;
    my $head = $part->head;
    my $content = $part->bodyhandle->as_string;
    return {
        name => $head->recommended_filename,
        other => $words->decode($head->mime_attr('content-type.name')),
        type => $part->mime_type,
        disposition => $head->mime_attr('content-disposition'),
        headers => headers($head),
        size => length $content,
        sha256 => sha256_hex($content),
    };
}

sub read_mail {
    my $parser = MIME::Parser->new;
    $parser->output_to_core(1);
    $parser->tmp_to_core(1);
    my $mail = $parser->parse_open(shift);
    my $head = $mail->head;
    my ($text, @others) = $mail->parts;
    return {
        headers => headers($head),
        unsent => unfolded($head, 'x-unsent'),
        date => unfolded($head, 'date'),
        to => recipients($head, 'to'),
        cc => recipients($head, 'cc'),
        subject => $words->decode(unfolded($head, 'subject')),
        type => $mail->mime_type,
        text_type => $text->mime_type,
        text_headers => headers($text->head),
        text => decode($text->head->mime_attr('content-type.charset'), $text->bodyhandle->as_string),
        attachments => [map { attachment($_) } @others],
        defects => [map { "$_" } $parser->results->errors, $parser->results->warnings],
    };
}

print JSON::PP->new->utf8->encode([map { read_mail($_) } @ARGV]);
