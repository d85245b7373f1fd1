"""The last guard, in the database itself: no line and no notice is kept with a whole ID number in it.

It reads less cleverly than `guard`, and cannot be gone round: by a script, by a later program, by hand.
"""

FIND = """
create function disclosure_holds_id_number(written text) returns boolean
language plpgsql immutable strict parallel safe as $$
declare
    weights constant integer[] := array[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    half_width text := translate(written, '０１２３４５６７８９Ｘｘx－　', '0123456789XXX- ');
    digits text := regexp_replace(half_width, '[-[:space:]]', '', 'g');
    born constant text := '^.{6}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])';
    province constant text := '^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])';
    run text;
    candidate text;
    total integer;
begin
    for run in select match[1] from regexp_matches(digits, '[0-9]{17,}X?', 'g') as match loop
        for start in 1 .. length(run) - 17 loop
            candidate := substr(run, start, 18);
            continue when candidate !~ born or substr(candidate, 15, 3) = '000'
                or length(run) > 18 and candidate !~ province;
            select sum(weights[place] * substr(candidate, place, 1)::integer) into total
            from generate_series(1, 17) as place;
            if substr('10X98765432', total % 11 + 1, 1) = substr(candidate, 18, 1) then
                return true;
            end if;
        end loop;
    end loop;
    return false;
end
$$;
alter table disclosure_notice add constraint notice_without_whole_id_number
    check (not disclosure_holds_id_number(title || ' / ' || text || ' / ' || columns::text));
alter table disclosure_line add constraint line_without_whole_id_number
    check (not disclosure_holds_id_number(name || ' / ' || cells::text));
"""

FIND_NO_MORE = """
alter table disclosure_line drop constraint line_without_whole_id_number;
alter table disclosure_notice drop constraint notice_without_whole_id_number;
drop function disclosure_holds_id_number(text);
"""
