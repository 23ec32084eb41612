int lamp(void)
{
	return 0;
}
